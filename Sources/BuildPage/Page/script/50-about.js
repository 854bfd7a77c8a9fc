const aboutTexts = [
  [
    null,
    "De wegwijzer helpt u kinderen en gezinnen in een kwetsbare situatie te signaleren en te ondersteunen.",
    "U vindt er alle instrumenten en interventies uit de kennissynthese, met wat er over het bewijs bekend is en waar dat staat.",
  ],
  [
    null,
    "Dit is niet de ‘Wegwijzer bij Kwetsbare Opgroeisituaties’ van het Kenniscentrum Kinder- en Jeugdpsychiatrie.",
    "Deze wegwijzer bouwt wel op hetzelfde rapport.",
  ],
  [
    "Wat een uitkomst waard is",
    "De wegwijzer vervangt uw eigen oordeel niet, en dat van het gezin ook niet.",
    "Lees altijd de uitspraak die achter een niveau staat.",
  ],
  [
    "Privacy",
    "Wat u typt, blijft op dit apparaat. De pagina verstuurt niets en bewaart niets. Ze werkt zonder internet.",
    "Filters en de naam van wat u bekijkt, staan in het adres. Uw browser kan dat adres onthouden.",
    "Uw vraag en uw antwoorden staan er niet in. Ook niet in een link die u kopieert.",
  ],
];

views.over = () => [
  h("h1", null, "Over de wegwijzer"),
  aboutTexts.map(([title, ...sentences]) => [title && h("h2", null, title), h("p", null, sentences.join(" "))]),
  h("h2", null, "Van wanneer is dit?"),
  h("p", null, `De catalogus is versie ${lists.version} van ${lists.date}. ${lists.evidenceAdvice}`),
  h("section", null, aboutBlocks("telling", "Telling")), h("section", null, aboutBlocks("bronnen", "Bronnen")),
  actions(printButton(), copyButton()),
];

function aboutBlocks(command, title) {
  const { data, message } = query(command, []);
  return [h("h2", null, title), data ? drawBlocks(data.blocks, { heading: 3 }) : noticeBox(message)];
}
