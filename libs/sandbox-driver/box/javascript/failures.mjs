/** What a program's own error may tell, as JSON text: its name, its message and where in the program's files it was. */

import { stripTypeScriptTypes } from 'node:module';

const LONGEST_MESSAGE = 2000;
const LONGEST_NAME = 200;
const MOST_FRAMES = 20;
const { apply } = Reflect;
const { slice, split } = String.prototype;
const { exec } = RegExp.prototype;
const { keys } = Object;
const quote = JSON.stringify;
const text = String;

/** `job` names the main file, whose line is told where one is known. */
export function describe(error, { main, files }) {
  const type = shortened(read(error, 'name', typeof error), LONGEST_NAME);
  const message = shortened(read(error, 'message', error), LONGEST_MESSAGE);
  const inStack = placesIn(read(error, 'stack', ''));
  const places = type === 'SyntaxError' && inStack.length === 0 ? unreadable(files) : inStack;
  let traceback = `${type}: ${message}`;
  let line = '';
  for (let index = 0; index < places.length; index += 1) {
    traceback += `\n${places[index].text}`;
    if (line === '' && places[index].file === main) line = `,"line":${places[index].line}`;
  }
  return `{"type":${quote(type)},"message":${quote(message)},"traceback":${quote(traceback)}${line}}`;
}

/** Anything can be thrown, and a getter of what is thrown can throw again. */
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

/** The lines of a stack that lie in the program's own files, named as the program knows them. */
function placesIn(stack) {
  const lines = apply(split, stack, ['\n']);
  const places = [];
  for (let index = 0; index < lines.length && places.length < MOST_FRAMES; index += 1) {
    const place = placeOf(lines[index]);
    if (place !== undefined) places[places.length] = place;
  }
  return places;
}

/**
 * Where a file cannot be parsed. Node knows, and keeps it to itself for a module; so the other parser that it has is
 * asked, which reads JavaScript as the TypeScript that it also is.
 */
function unreadable(files) {
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
