// Reads the .lzma format (the LZMA specification by Igor Pavlov), in which the page carries its engine and its catalogue.

/** The bytes that are packed in an .lzma file which says how many they are; throws when it is damaged. */
function decompress(bytes) {
  const fail = () => {
    throw new Error("de catalogus in dit bestand is beschadigd");
  };
  if (bytes.length < 18 || bytes[0] >= 225) fail();
  const header = new DataView(bytes.buffer, bytes.byteOffset);
  const size = header.getUint32(5, true);
  // What is coded begins with 0, and no page holds more than 256 MB.
  if (size > 2 ** 28 || header.getUint32(9, true) || bytes[13]) fail();
  const literalBits = bytes[0] % 9;
  const literalMask = (1 << ((bytes[0] / 9) % 5)) - 1;
  const positionMask = (1 << (bytes[0] / 45)) - 1;
  const output = new Uint8Array(size);
  // How likely it is that a bit is 0, in 2048ths; the numbers below are where those of each kind begin.
  const chances = new Uint16Array(1860 + ((0x300 * (literalMask + 1)) << literalBits)).fill(1024);
  let [range, code, input, position] = [-1, header.getInt32(14), 18, 0];
  let [last, second, third, fourth] = [0, 0, 0, 0];
  let [state, length, matched, same] = [0, 0, 0, 0];
  // What is read next: where its chances begin, and how many values it has.
  let [place, limit] = [0, 2];

  while (position < size) {
    // Bit by bit; the bits before it tell where the chance of the next is.
    let node = 1;
    while (node < limit) {
      matched <<= 1;
      const index = place + same + (matched & same) + node;
      const chance = chances[index];
      const bound = Math.imul(range >>> 11, chance);
      if (code >>> 0 < bound >>> 0) {
        range = bound;
        chances[index] = chance + ((2048 - chance) >> 5);
        node <<= 1;
        same &= ~matched;
      } else {
        range = (range - bound) | 0;
        code = (code - bound) | 0;
        chances[index] = chance - (chance >> 5);
        node = (node << 1) | 1;
        same &= matched;
      }
      if (range >>> 24 === 0) {
        range <<= 8;
        code = (code << 8) | bytes[input++];
      }
    }
    const values = limit;
    const value = node - values;
    const context = position & positionMask;
    // How many bytes to copy, now that all of a match is read.
    let count = 0;
    limit = 2;
    if (place >= 1860) {
      // A literal.
      output[position++] = value;
      same = 0;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      place = (state << 4) + (position & positionMask);
    } else if (place < 192) {
      // Whether it is a match. If not, the byte that would continue the last match tells too, for as long as the literal is the same.
      place = 192 + state;
      if (!value) {
        const before = position ? output[position - 1] >> (8 - literalBits) : 0;
        place = 1860 + 0x300 * (((position & literalMask) << literalBits) + before);
        limit = 0x100;
        same = state < 7 ? 0 : 0x100;
        matched = same ? output[position - last - 1] : 0;
      }
    } else if (place < 204) {
      // Whether it has an earlier distance.
      place = value ? 204 + state : 832;
    } else if (place < 216) {
      // Whether that is not the last.
      place = value ? 216 + state : 240 + (state << 4) + context;
    } else if (place < 228 && value) {
      // Not the second either.
      place = 228 + state;
    } else if (place < 240) {
      const chosen = place < 228 ? second : value ? fourth : third;
      if (value) fourth = third;
      if (place >= 228) third = second;
      second = last;
      last = chosen;
      place = 1346;
    } else if (place < 432) {
      // Whether it is longer than one byte.
      place = 1346;
      if (!value) {
        count = 1;
        state = state < 7 ? 9 : 11;
      }
    } else if (place < 688) {
      // The high bits of a distance.
      fourth = third;
      third = second;
      second = last;
      last = value;
      if (value < 4) {
        count = length;
      } else {
        last = 2 | (value & 1);
        let bits = (value >> 1) - 1;
        if (value < 14) {
          last <<= bits;
          place = 688 + last - value;
          limit = 1 << bits;
        } else {
          // Bits of which nothing is known.
          for (; bits > 4; bits--) {
            range >>>= 1;
            last <<= 1;
            if (code >>> 0 >= range) {
              code = (code - range) | 0;
              last |= 1;
            }
            if (range >>> 24 === 0) {
              range <<= 8;
              code = (code << 8) | bytes[input++];
            }
          }
          last <<= 4;
          place = 816;
          limit = 16;
        }
      }
    } else if (place < 832) {
      // Its low bits, the lowest first.
      for (let read = values >> 1, low = 1; read > 0; read >>= 1, low <<= 1) if (value & read) last += low;
      count = length;
    } else {
      // A length, in at most three parts.
      const start = place < 1346 ? 832 : 1346;
      const part = place - start;
      if (part === 0) {
        place = value ? start + 1 : start + 2 + (context << 3);
        if (!value) limit = 8;
      } else if (part === 1) {
        place = value ? start + 258 : start + 130 + (context << 3);
        limit = value ? 0x100 : 8;
      } else {
        length = value + (part < 130 ? 2 : part < 258 ? 10 : 18);
        if (start === 832) {
          state = state < 7 ? 7 : 10;
          place = 432 + (Math.min(length - 2, 3) << 6);
          limit = 64;
        } else {
          state = state < 7 ? 8 : 11;
          count = length;
        }
      }
    }
    if (count) {
      if (last >>> 0 >= position || count > size - position || input > bytes.length) fail();
      for (const end = position + count; position < end; position++) output[position] = output[position - last - 1];
      place = (state << 4) + (position & positionMask);
    }
  }
  if (code || input !== bytes.length) fail();
  return output;
}
