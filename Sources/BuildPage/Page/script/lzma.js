// Reads a file in the .lzma format ("LZMA specification", Igor Pavlov): the page's engine and catalogue are packed in it.

/** The bytes that are packed in an .lzma file which states its size; throws when it is damaged. */
function decompress(bytes) {
  const fail = () => {
    throw new Error("de catalogus in dit bestand is beschadigd");
  };
  if (bytes.length < 18 || bytes[0] >= 225) fail();
  const header = new DataView(bytes.buffer, bytes.byteOffset, 18);
  const size = header.getUint32(5, true);
  // The first byte of what follows is always 0; and nothing that belongs in a page is larger than 256 MB.
  if (header.getUint32(9, true) || bytes[13] || size > 2 ** 28) fail();
  const literalBits = bytes[0] % 9;
  const literalMask = (1 << (Math.floor(bytes[0] / 9) % 5)) - 1;
  const positionMask = (1 << Math.floor(bytes[0] / 45)) - 1;

  const output = new Uint8Array(size);
  // How likely each bit is 0, in 2048ths. Where each kind of bit begins: isMatch 0, isRepeated 192, isNotLast 204, isNotSecond 216,
  // isNotThird 228, isLong 240, slots 432, distances 688, align 816, lengths 832, repeated lengths 1346, literals 1860.
  const chances = new Uint16Array(1860 + (0x300 << literalBits) * (literalMask + 1)).fill(1024);
  let range = -1;
  let code = header.getUint32(14) | 0;
  let input = 18;
  let position = 0;
  let state = 0;
  let [last, second, third, fourth] = [0, 0, 0, 0];

  /** The next bit of which the chance stands at a place. */
  const bit = (place) => {
    const chance = chances[place];
    const bound = Math.imul(range >>> 11, chance);
    let result = 0;
    if (code >>> 0 < bound >>> 0) {
      range = bound;
      chances[place] = chance + ((2048 - chance) >> 5);
    } else {
      range -= bound;
      code -= bound;
      chances[place] = chance - (chance >> 5);
      result = 1;
    }
    if (range >>> 24 === 0) {
      range <<= 8;
      code = (code << 8) | bytes[input++];
    }
    return result;
  };
  /** A number of so many bits, the highest first. */
  const tree = (place, bits) => {
    let node = 1;
    for (let count = bits; count > 0; count--) node = (node << 1) | bit(place + node);
    return node - (1 << bits);
  };
  /** A number of so many bits, the lowest first. */
  const reversed = (place, bits) => {
    let [node, result] = [1, 0];
    for (let count = 0; count < bits; count++) {
      const next = bit(place + node);
      node = (node << 1) | next;
      result |= next << count;
    }
    return result;
  };
  /** A number of so many bits of which nothing is known. */
  const direct = (bits) => {
    let result = 0;
    for (let count = bits; count > 0; count--) {
      range >>>= 1;
      const next = code >>> 0 < range >>> 0 ? 0 : 1;
      if (next) code -= range;
      result = (result << 1) | next;
      if (range >>> 24 === 0) {
        range <<= 8;
        code = (code << 8) | bytes[input++];
      }
    }
    return result;
  };
  const readLength = (place, positionState) => {
    if (!bit(place)) return 2 + tree(place + 2 + (positionState << 3), 3);
    if (!bit(place + 1)) return 10 + tree(place + 130 + (positionState << 3), 3);
    return 18 + tree(place + 258, 8);
  };
  const readDistance = (length) => {
    const slot = tree(432 + (Math.min(length - 2, 3) << 6), 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const base = (2 | (slot & 1)) << bits;
    if (slot < 14) return base + reversed(688 + base - slot, bits);
    return (base + (direct(bits - 4) << 4) + reversed(816, 4)) >>> 0;
  };

  while (position < size) {
    if (input > bytes.length) fail();
    const positionState = position & positionMask;
    if (!bit((state << 4) + positionState)) {
      const before = position ? output[position - 1] : 0;
      const place = 1860 + 0x300 * (((position & literalMask) << literalBits) + (before >> (8 - literalBits)));
      let symbol = 1;
      if (state >= 7) {
        // After a match: for as long as its next byte is the same, that byte tells too.
        let matched = output[position - last - 1];
        let same = 0x100;
        while (same && symbol < 0x100) {
          matched <<= 1;
          const next = bit(place + same + (matched & same) + symbol);
          symbol = (symbol << 1) | next;
          same &= next ? matched : ~matched;
        }
      }
      while (symbol < 0x100) symbol = (symbol << 1) | bit(place + symbol);
      output[position++] = symbol;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let length = 1;
    if (!bit(192 + state)) {
      length = readLength(832, positionState);
      [fourth, third, second, last] = [third, second, last, readDistance(length)];
      state = state < 7 ? 7 : 10;
    } else {
      let isShort = false;
      if (!bit(204 + state)) {
        isShort = !bit(240 + (state << 4) + positionState);
      } else if (!bit(216 + state)) {
        [second, last] = [last, second];
      } else if (!bit(228 + state)) {
        [third, second, last] = [second, last, third];
      } else {
        [fourth, third, second, last] = [third, second, last, fourth];
      }
      if (!isShort) length = readLength(1346, positionState);
      state = state < 7 ? (isShort ? 9 : 8) : 11;
    }
    if (last >= position || length > size - position) fail();
    for (let from = position - last - 1; length > 0; length--) output[position++] = output[from++];
  }
  if (code || input !== bytes.length) fail();
  return output;
}
