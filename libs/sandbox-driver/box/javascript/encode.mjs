/**
 * Encodes answers to the wire format (libs/sandbox/src/value.ts), as JSON text.
 *
 * Types are recognized by internal slots, never by what an object says of itself, and no `toJSON` or iterator of the
 * program is called.
 */
import { isDate, isMap, isSet } from 'node:util/types';

const MAX_DEPTH = 100;
const MAX_NAME_LENGTH = 200;
const { apply, getPrototypeOf } = Reflect;
const { isArray } = Array;
const { isFinite, isNaN, isSafeInteger } = Number;
const { keys, hasOwn, is, prototype: plain } = Object;
const { toISOString, getTime } = Date.prototype;
const { forEach: eachOfMap } = Map.prototype;
const { forEach: eachOfSet } = Set.prototype;
const { slice } = String.prototype;
const { toString: bigText } = BigInt.prototype;
const { isView } = ArrayBuffer;
const asNumber = Number;
const quote = JSON.stringify;
const TypedArray = getPrototypeOf(Uint8Array.prototype);
const typeOfArray = Object.getOwnPropertyDescriptor(TypedArray, Symbol.toStringTag).get;
const lengthOfArray = Object.getOwnPropertyDescriptor(TypedArray, 'length').get;

const DTYPES = {
  __proto__: null,
  Int8Array: 'int8',
  Int16Array: 'int16',
  Int32Array: 'int32',
  BigInt64Array: 'int64',
  Uint8Array: 'uint8',
  Uint8ClampedArray: 'uint8',
  Uint16Array: 'uint16',
  Uint32Array: 'uint32',
  BigUint64Array: 'uint64',
  Float16Array: 'float16',
  Float32Array: 'float32',
  Float64Array: 'float64',
};

/** The value as JSON text. Throws a RangeError if it is nested too deeply, for example in a cycle. */
export function encode(value, depth = 0) {
  if (depth > MAX_DEPTH) throw new RangeError(`the answer is nested more than ${MAX_DEPTH} levels deep`);
  const text = ENCODERS[typeof value];
  return text === undefined ? opaque(value) : text(value, depth);
}

const ENCODERS = {
  __proto__: null,
  undefined: () => 'null',
  string: (value) => quote(value),
  boolean: (value) => (value ? 'true' : 'false'),
  number,
  bigint: integer,
  object: (value, depth) => (value === null ? 'null' : object(value, depth + 1)),
};

function number(value) {
  if (isFinite(value)) return is(value, -0) ? '-0' : `${value}`;
  return `{"$":"float","value":"${isNaN(value) ? 'nan' : value > 0 ? 'inf' : '-inf'}"}`;
}

function integer(value) {
  const text = apply(bigText, value, []);
  return isSafeInteger(asNumber(value)) ? text : `{"$":"integer","value":"${text}"}`;
}

function object(value, depth) {
  if (isArray(value)) return list(value, value.length, depth);
  if (isView(value)) return array(value, depth);
  if (isMap(value)) return `{"$":"entries","items":${pairs(value, depth)}}`;
  if (isSet(value)) return `{"$":"set","items":${members(value, depth)}}`;
  if (isDate(value)) return date(value);
  const parent = getPrototypeOf(value);
  return parent === plain || parent === null ? record(value, depth) : opaque(value);
}

function list(values, length, depth) {
  let text = '';
  for (let place = 0; place < length; place += 1) text += (place === 0 ? '' : ',') + encode(values[place], depth);
  return `[${text}]`;
}

function array(value, depth) {
  const dtype = DTYPES[apply(typeOfArray, value, [])];
  if (dtype === undefined) return opaque(value);
  const length = apply(lengthOfArray, value, []);
  return `{"$":"array","dtype":"${dtype}","shape":[${length}],"values":${list(value, length, depth)}}`;
}

function pairs(map, depth) {
  let text = '';
  const add = (item, key) => {
    text += `${text === '' ? '' : ','}[${encode(key, depth)},${encode(item, depth)}]`;
  };
  apply(eachOfMap, map, [add]);
  return `[${text}]`;
}

function members(set, depth) {
  let text = '';
  const add = (item) => {
    text += (text === '' ? '' : ',') + encode(item, depth);
  };
  apply(eachOfSet, set, [add]);
  return `[${text}]`;
}

/** In UTC without an offset, like dates in arguments; `null` for an invalid date. */
function date(value) {
  if (isNaN(apply(getTime, value, []))) return 'null';
  const text = apply(toISOString, value, []);
  const milliseconds = apply(slice, text, [-5, -1]);
  const rest = milliseconds === '.000' ? '' : `${milliseconds}000`;
  return `{"$":"datetime","value":"${apply(slice, text, [0, -5])}${rest}"}`;
}

function record(value, depth) {
  const names = keys(value);
  const isMarked = hasOwn(value, '$');
  let text = '';
  for (let place = 0; place < names.length; place += 1) {
    const key = quote(names[place]);
    const item = encode(value[names[place]], depth);
    text += (place === 0 ? '' : ',') + (isMarked ? `[${key},${item}]` : `${key}:${item}`);
  }
  return isMarked ? `{"$":"entries","items":[${text}]}` : `{${text}}`;
}

function opaque(value) {
  const name = typeof value === 'object' ? value.constructor?.name : typeof value;
  const type = typeof name === 'string' ? apply(slice, name, [0, MAX_NAME_LENGTH]) : 'object';
  return `{"$":"opaque","type":${quote(type)}}`;
}
