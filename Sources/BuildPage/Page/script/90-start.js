async function start() {
  try {
    await startEngine();
    loadLists();
  } catch {
    return showPlainText("De zoekmachine start niet in deze browser.");
  }
  document.documentElement.classList.remove("no-script");
  startHistory();
  followWidth();
  document.querySelector(".skip").addEventListener("click", skipMenu);
  document.addEventListener("keydown", followSlash);
  document.addEventListener("keydown", closeMenus);
  document.addEventListener("click", closeMenus);
  performance.mark("wegwijzer-ready");
}

if (isSupported()) window.wegwijzer = { ask, restart, ready: start() };
else showPlainText("Uw browser is te oud voor de zoekmachine.");
