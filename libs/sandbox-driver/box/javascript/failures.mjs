/** Describes an error of the program as JSON text: name, message, and the frames in the program's own files. */

import { stripTypeScriptTypes } from 'node:module';

const MAX_MESSAGE_LENGTH = 2000;
const MAX_NAME_LENGTH = 200;
const MAX_FRAMES = 20;
const { apply } = Reflect;
const { slice, split } = String.prototype;
const { exec } = RegExp.prototype;
const { keys } = Object;
const quote = JSON.stringify;
const text = String;

/** `job` names the main file, whose line is reported if it is known. */
export function describe(error, { main, files }) {
  const type = shortened(read(error, 'name', typeof error), MAX_NAME_LENGTH);
  const message = shortened(read(error, 'message', error), MAX_MESSAGE_LENGTH);
  const inStack = placesIn(read(error, 'stack', ''));
  const places = type === 'SyntaxError' && inStack.length === 0 ? syntaxErrorPlaces(files) : inStack;
  let traceback = `${type}: ${message}`;
  let line = '';
  for (let index = 0; index < places.length; index += 1) {
    traceback += `\n${places[index].text}`;
    if (line === '' && places[index].file === main) line = `,"line":${places[index].line}`;
  }
  return `{"type":${quote(type)},"message":${quote(message)},"traceback":${quote(traceback)}${line}}`;
}

/** A rule of the question that was broken, as if it had been an error; `broken` is JSON. */
export function describeBroken(type, message, broken) {
  return `{"type":${quote(type)},"message":${quote(message)},"traceback":"","broken":${broken}}`;
}

/** A program can throw anything, including objects whose getters throw. */
function read(error, name, otherwise) {
  try {
    const isObject = (typeof error === 'object' && error !== null) || typeof error === 'function';
    const value = isObject ? error[name] : undefined;
    return text(typeof value === 'string' ? value : otherwise);
  } catch {
    return '';
  }
}

function shortened(long, length) {
  return apply(slice, long, [0, length]);
}

/** The stack lines in the program's own files, with file names as the program knows them. */
function placesIn(stack) {
  const lines = apply(split, stack, ['\n']);
  const places = [];
  for (let index = 0; index < lines.length && places.length < MAX_FRAMES; index += 1) {
    const place = placeOf(lines[index]);
    if (place !== undefined) places[places.length] = place;
  }
  return places;
}

/**
 * The place of a syntax error. Node does not expose it for modules, so the TypeScript parser is used, which also reads
 * JavaScript.
 */
function syntaxErrorPlaces(files) {
  const names = keys(files);
  for (let index = 0; index < names.length; index += 1) {
    const line = firstBadLine(files[names[index]]);
    if (line !== undefined) return [{ text: `${names[index]}:${line}`, file: names[index], line }];
  }
  return [];
}

function firstBadLine(source) {
  try {
    stripTypeScriptTypes(source, { mode: 'transform' });
    return undefined;
  } catch (error) {
    return apply(exec, FIRST_LINE, [read(error, 'stack', '')])?.[1];
  }
}

const FIRST_LINE = /^[^\n]*:(\d+)\n/;
const PLACE = /^(.*?)(?:file:\/\/)?\/box\/([^\s:()?]+)[^:()]*:(\d+)(.*)$/;

function placeOf(line) {
  const found = apply(exec, PLACE, [line]);
  if (found === null) return undefined;
  return { text: `${found[1]}${found[2]}:${found[3]}${found[4]}`, file: found[2], line: found[3] };
}
