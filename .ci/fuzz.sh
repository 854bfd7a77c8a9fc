#!/usr/bin/env bash
# Fuzzes what reads input from outside: replays each corpus, then makes up inputs of its own. Only the Swift toolchain is needed.
#
#   .ci/fuzz.sh [--runs N] [--address] [NAME...]
#
# --runs N   how many inputs are made up for each target (20,000); the same ones every time
# --address  replays each corpus under the address sanitizer instead
# NAME       only these: Question, Options, JSON, Snapshot, Decision
#
# An input that breaks something is kept in .build/fuzz-found/. Give it to the fuzzer again with: .build/fuzz/release/FuzzNAME FILE
# A corpus is one file, an input a line: its Base64, and a name when it is one that was found. To keep another: echo "$(base64 -w0 FILE) found-what" >> CORPUS
set -euo pipefail
cd "$(dirname "$0")/.."

runs=20000
sanitizers=(--sanitize=fuzzer)
scratch=.build/fuzz
names=()
while [ $# -gt 0 ]; do
  case "$1" in
    --runs) runs=$2; shift ;;
    --address) runs=0; sanitizers+=(--sanitize=address); scratch=.build/fuzz-address ;;
    -*) echo "usage: .ci/fuzz.sh [--runs N] [--address] [NAME...]" >&2; exit 2 ;;
    *) names+=("$1") ;;
  esac
  shift
done
[ ${#names[@]} -gt 0 ] || names=(Question Options JSON Snapshot Decision)

# Counting edges is enough to be guided; comparing operands as well would take twice the time.
WEGWIJZER_FUZZ=1 swift build -c release "${sanitizers[@]}" --scratch-path "$scratch" \
  -Xswiftc -sanitize-coverage=edge,inline-8bit-counters,pc-table

# After a crash a backtrace would end the fuzzer before it has kept the input. What is read once lives as long as the process: no leak.
export SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0
mkdir -p .build/fuzz-found

# A file for each line of a packed corpus.
unpack() {
  local content name number=0
  rm -rf "$2"
  mkdir -p "$2"
  while read -r content name; do
    number=$((number + 1))
    base64 -d <<<"$content" > "$2/${name:-$number}"
  done < "$1"
}

for name in "${names[@]}"; do
  packed=Tests/Fuzzing/corpus/$(tr '[:upper:]' '[:lower:]' <<<"$name")
  corpus=.build/fuzz-corpus/$name
  unpack "$packed.txt" "$corpus"
  made=$(mktemp -d)
  limits=(-timeout=20 -rss_limit_mb=1024 -malloc_limit_mb=128)
  if [ "$runs" = 0 ]; then
    mode=("$corpus" -runs=0)
  else
    mode=("$made" "$corpus" -runs="$runs" -seed=1 -max_len=512 -dict="$packed.dict")
  fi
  if ! "$scratch/release/Fuzz$name" "${limits[@]}" -print_final_stats=1 -artifact_prefix=".build/fuzz-found/$name-" "${mode[@]}" \
    >"$made.log" 2>&1; then
    echo "Fuzz$name found something:"
    grep -vE '^#|^stat::' "$made.log" | cut -c1-300 | tail -n 40
    exit 1
  fi
  echo "Fuzz$name: $(grep -E 'number_of_executed_units' "$made.log" | tr -dc '0-9') inputs, nothing broken"
  rm -r "$made" "$made.log"
done
