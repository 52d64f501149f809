// Reads what the linker tells of a module: which function and which datum names which. `--emit-relocs` leaves it in the file
// (https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md). Nothing else can tell an address from a number.

const IMPORTS = 2;
const EXPORTS = 7;
const CODE = 10;
const DATA = 11;

const FUNCTION_NAMES = 1;
const SYMBOL_TABLE = 8;
const SYMBOL_FUNCTION = 0;
const SYMBOL_DATA = 1;
const SYMBOL_SECTION = 3;
const UNDEFINED = 0x10;
const EXPLICIT_NAME = 0x40;
/** The kinds of relocations that have an addend: addresses in memory and offsets in the file. */
const WITH_ADDEND = new Set([3, 4, 5, 8, 9, 11, 14, 15, 16, 17, 21, 22, 23, 25]);

/** Reads a module's numbers and strings one after another. */
class Reader {
  constructor(bytes, at = 0, end = bytes.length) {
    Object.assign(this, { bytes, at, end });
  }

  get isAtEnd() { return this.at >= this.end; }

  byte() { return this.bytes[this.at++]; }

  number() {
    let [value, scale, byte] = [0, 1, 0];
    do {
      byte = this.byte();
      value += (byte & 0x7f) * scale;
      scale *= 0x80;
    } while (byte & 0x80);
    return value;
  }

  string() {
    const length = this.number();
    this.at += length;
    return this.bytes.toString("utf8", this.at - length, this.at);
  }

  /** What `read` gives, as often as the number says that stands before it. */
  list(read) {
    return Array.from({ length: this.number() }, () => read());
  }

  /** A reader of as many bytes as the number says that stands before them. */
  part() {
    const length = this.number();
    this.at += length;
    return new Reader(this.bytes, this.at - length, this.at);
  }
}

/** The sections of a module: those of the format by their number, the others by their name. */
function sectionsOf(bytes) {
  const sections = new Map();
  for (const reader = new Reader(bytes, 8); !reader.isAtEnd;) {
    const id = reader.byte();
    const part = reader.part();
    const { at } = part;
    sections.set(id || part.string(), { part, start: at });
  }
  return sections;
}

/** The subsections of a section, as `[id, reader]`. */
function* subsections(part) {
  while (!part.isAtEnd) yield [part.byte(), part.part()];
}

function countImportedFunctions(part) {
  const kinds = part.list(() => {
    part.string();
    part.string();
    const kind = part.byte();
    if (kind === 0) part.number();
    else if (kind === 3) part.at += 2;
    else throw new Error("the linker imports a memory or a table now");
    return kind;
  });
  return kinds.filter((kind) => kind === 0).length;
}

/** The names of the functions, by their index. */
function functionNames(part) {
  const names = [];
  for (const [id, inner] of subsections(part)) {
    if (id === FUNCTION_NAMES) inner.list(() => { names[inner.number()] = inner.string(); });
  }
  return names;
}

function symbolsOf(part) {
  part.number();
  for (const [id, inner] of subsections(part)) {
    if (id === SYMBOL_TABLE) return inner.list(() => symbol(inner));
  }
  throw new Error("the module has no table of symbols: it was linked without --emit-relocs");
}

function symbol(reader) {
  const kind = reader.byte();
  const flags = reader.number();
  if (kind === SYMBOL_SECTION) return { kind, section: reader.number() };
  if (kind === SYMBOL_DATA) {
    const name = reader.string();
    if (flags & UNDEFINED) return { kind, name };
    return { kind, name, segment: reader.number(), offset: reader.number(), size: reader.number() };
  }
  const index = reader.number();
  const isNamed = !(flags & UNDEFINED) || flags & EXPLICIT_NAME;
  return { kind, index, name: isNamed ? reader.string() : undefined };
}

/** The place in the file and the symbol of each relocation of a section. */
function relocations(part, start) {
  part.number();
  return part.list(() => {
    const [kind, place, symbol] = [part.byte(), start + part.number(), part.number()];
    if (WITH_ADDEND.has(kind)) part.number();
    return { place, symbol };
  });
}

/** Where the data segments begin in the file, and in memory. */
function segmentStarts(part) {
  return part.list(() => {
    if (part.number() !== 0) throw new Error("the linker writes its data in another way now");
    // `i32.const`, its number, `end`.
    part.at += 1;
    const address = part.number();
    part.at += 1;
    return { start: part.part().at, address };
  });
}

/** The span of `spans`, which are in order, that a place is in. */
function spanAt(spans, place) {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle].start <= place) low = middle + 1;
    else high = middle;
  }
  const span = spans[low - 1];
  return span && place < span.end ? span : undefined;
}

/**
 * The functions and data of a module that was linked with `--emit-relocs`: `names` are the functions' by their index,
 * `exported` the functions that are exported by the name they have outside, `data` the data with their places, `references`
 * what each function or datum names. A function is named here by its index, a datum by `segment:offset`.
 */
export function linked(bytes) {
  const sections = sectionsOf(bytes);
  const part = (id) => {
    const section = sections.get(id);
    if (!section) throw new Error(`the linked module has no section ${id}: it was linked without --emit-relocs, or stripped`);
    return section.part;
  };
  const imported = countImportedFunctions(part(IMPORTS));
  const names = functionNames(part("name"));
  const symbols = symbolsOf(part("linking"));

  const exported = new Map();
  const exports = part(EXPORTS);
  exports.list(() => {
    const [name, kind, index] = [exports.string(), exports.byte(), exports.number()];
    if (kind === 0) exported.set(name, index);
  });

  const code = part(CODE);
  let index = imported;
  const functions = code.list(() => {
    const { at: start, end } = code.part();
    return { node: index++, start, end };
  });
  const segments = segmentStarts(part(DATA));
  const dataOf = ({ segment, offset, size }) => {
    const start = segments[segment].start + offset;
    return { node: `${segment}:${offset}`, start, end: start + size, address: segments[segment].address + offset };
  };
  const data = symbols.filter(({ segment }) => segment !== undefined).map(dataOf);
  data.sort((one, other) => one.start - other.start);

  const references = new Map();
  const refer = (name, spans) => {
    for (const { place, symbol } of relocations(part(name), sections.get(name === "reloc.CODE" ? CODE : DATA).start)) {
      const { kind, index, segment, offset } = symbols[symbol];
      const to = kind === SYMBOL_FUNCTION ? index : segment !== undefined ? `${segment}:${offset}` : undefined;
      if (to === undefined) continue;
      const from = spanAt(spans, place);
      if (!from) throw new Error(`what stands at byte ${place} of the linked module belongs to nothing`);
      if (!references.has(from.node)) references.set(from.node, new Set());
      references.get(from.node).add(to);
    }
  };
  refer("reloc.CODE", functions);
  refer("reloc.DATA", data);
  return { names, exported, data, references };
}

/** Everything that is reached from `roots`, themselves too. */
export function reached({ references }, roots) {
  const seen = new Set(roots);
  for (const node of seen) for (const next of references.get(node) ?? []) seen.add(next);
  return seen;
}
