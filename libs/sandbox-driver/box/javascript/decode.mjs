/** Decodes arguments from the wire format (libs/sandbox/src/value.ts) to JavaScript values. */
import { Buffer } from 'node:buffer';

const { apply } = Reflect;
const { isArray } = Array;
const { keys, hasOwn, defineProperty } = Object;
const { slice } = Array.prototype;
const { add } = Set.prototype;
const { set } = Map.prototype;
const globals = { BigInt, Date, Map, Number, Set, Float64Array };
const bytesOf = Buffer.from;

const ARRAYS = {
  __proto__: null,
  int8: Int8Array,
  int16: Int16Array,
  int32: Int32Array,
  uint8: Uint8Array,
  uint16: Uint16Array,
  uint32: Uint32Array,
  float32: Float32Array,
  float64: Float64Array,
};

const FLOATS = { __proto__: null, nan: NaN, inf: Infinity, '-inf': -Infinity };

/** Called for every call, so that a program that mutates an argument affects no other call. */
export function decodeAll(values) {
  const decoded = [];
  for (let place = 0; place < values.length; place += 1) put(decoded, place, decode(values[place]));
  return decoded;
}

function decode(value) {
  if (typeof value !== 'object' || value === null) return value;
  if (isArray(value)) return decodeAll(value);
  const build = hasOwn(value, '$') ? TAGGED[value.$] : undefined;
  return build === undefined ? record(value) : build(value);
}

/** Defines instead of assigning, because a key may be `__proto__`. */
function put(target, key, value) {
  defineProperty(target, key, { __proto__: null, value, writable: true, enumerable: true, configurable: true });
}

function record(value) {
  const names = keys(value);
  const copy = {};
  for (let place = 0; place < names.length; place += 1) put(copy, names[place], decode(value[names[place]]));
  return copy;
}

/** An object if all keys are strings, otherwise a Map: other languages have one type for both. */
function entries({ items }) {
  const target = new globals.Map();
  const copy = {};
  let isRecord = true;
  for (let place = 0; place < items.length; place += 1) {
    const key = decode(items[place][0]);
    const value = decode(items[place][1]);
    isRecord &&= typeof key === 'string';
    if (isRecord) put(copy, key, value);
    apply(set, target, [key, value]);
  }
  return isRecord ? copy : target;
}

function members({ items }) {
  const target = new globals.Set();
  for (let place = 0; place < items.length; place += 1) apply(add, target, [decode(items[place])]);
  return target;
}

/** A date-time without an offset is UTC, so that no program depends on the host's time zone. */
function date({ value }) {
  const hasZone = value.length > 19 && /(?:Z|[+-]\d\d:\d\d)$/.test(value);
  return new globals.Date(value.length === 10 || hasZone ? value : `${value}Z`);
}

/** A typed array for one dimension; nested lists for more. */
function array({ dtype, shape, values }) {
  const flat = decodeAll(values);
  const Typed = shape.length === 1 ? ARRAYS[dtype] : undefined;
  return Typed === undefined ? nested(flat, shape) : new Typed(flat);
}

function nested(flat, shape) {
  if (shape.length <= 1) return shape.length === 0 ? flat[0] : flat;
  const inner = apply(slice, shape, [1]);
  const step = flat.length / shape[0];
  const rows = [];
  for (let row = 0; row < shape[0]; row += 1) {
    put(rows, row, nested(apply(slice, flat, [row * step, (row + 1) * step]), inner));
  }
  return rows;
}

/** A table as a list of objects, one per row. */
function dataframe({ index, columns }) {
  const rows = [];
  for (let row = 0; row < index.length; row += 1) put(rows, row, rowOf(columns, row));
  return rows;
}

function rowOf(columns, row) {
  const record = {};
  for (let place = 0; place < columns.length; place += 1) {
    put(record, `${columns[place].name}`, decode(columns[place].values[row]));
  }
  return record;
}

function* stream({ float64, times = 1 }) {
  const packed = bytesOf(float64, 'base64');
  const numbers = new globals.Float64Array(packed.length / 8);
  packed.copy(bytesOf(numbers.buffer));
  for (let time = 0; time < times; time += 1) {
    for (let place = 0; place < numbers.length; place += 1) yield numbers[place];
  }
}

const TAGGED = {
  __proto__: null,
  float: ({ value }) => FLOATS[value],
  integer: ({ value }) => globals.BigInt(value),
  decimal: ({ value }) => globals.Number(value),
  fraction: ({ numerator, denominator }) => globals.Number(numerator) / globals.Number(denominator),
  tuple: ({ items }) => decodeAll(items),
  set: members,
  entries,
  datetime: date,
  array,
  series: ({ values }) => decodeAll(values),
  dataframe,
  stream,
  opaque: () => null,
};
