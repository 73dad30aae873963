import type { PhrasingContent } from 'mdast';
import { isKnownElement } from '../../../model/html-elements.ts';
import { variableFor } from '../variable-names.ts';
import { readRun } from './emphasis.ts';
import { closeLink, openLink, readImage } from './link.ts';
import {
  type Extent,
  endText,
  innermost,
  lineStart,
  match,
  pointOf,
  type Reading,
  readingOf,
  takeNode,
  takeText,
} from './reading.ts';

/** Marks of all kinds in one block. Where there are more, it is for the whole syntax to say whether they are too many. */
const mostMarks = 150;

const plain = /[^\n\t*_`[\]!<&\\~:@{ ]+(?: +[^\n\t*_`[\]!<&\\~:@{ ]+)*/y;
const code = /`([^`\n ](?:[^`\n]*[^`\n ])?)`(?!`)/y;
const escapedEnd = /\\\n/y;
const escaped = /\\([!-/:-@[-`{-~])/y;
/** What would be an address, or a directive of the dialect. */
const afterColon = /:(?!\/\/|button\[)/y;
const trailing = / *(?=\n)/y;
const spaces = / +(?!\n| )/y;
/** What is no label of a link, and no mark of a task: nothing in a text is defined that it could name. */
const label = /\[(?![ xX]?\])!?[^^\n\t*_`[\]!<&\\~:@{ ][^\n\t*_`[\]!<&\\~:@{]*\](?![([])/y;
const twoBraces = /\{\{/y;
const variable = /\{\{ *([A-Za-z_][\w.-]{0,127}) *\}\}/y;
/** A tag that closes has nothing but its name. */
const htmlTag = /<(?:\/(?=[a-zA-Z0-9-]+>))?([a-zA-Z][a-zA-Z0-9-]*)(?: [a-zA-Z][a-zA-Z-]*="[^"\n<>{}]*")*(?: ?\/)?>/y;
const webAddress = /www\./i;

/**
 * Reads text, emphasis, code, links and images.
 *
 * @returns the same nodes that micromark's events make; null where there is anything else, or anything that could be read in
 *   two ways
 */
export function readPhrases(extent: Extent): PhrasingContent[] | null {
  const reading = readingOf(extent);
  while (reading.at < reading.to) if (!readNext(reading) || reading.marks > mostMarks) return null;
  endText(reading);
  return reading.frames.length === 1 ? reading.frames[0].children : null;
}

function readNext(reading: Reading): boolean {
  switch (reading.lines.text.charAt(reading.at)) {
    case ' ':
    case '\n':
      return readSpace(reading);
    case '*':
    case '_':
      return readRun(reading);
    case '`':
      return readCode(reading);
    case '[':
      return readLabel(reading) || openLink(reading);
    case ']':
      return closeLink(reading);
    case '!':
      return readImage(reading) ?? takeAs(reading, 1);
    case '\\':
      return readEscape(reading);
    case ':':
      return match(reading, afterColon) !== null && takeAs(reading, 1);
    case '{':
      return readBrace(reading);
    case '<':
      return readTag(reading);
    case '&':
    case '~':
    case '@':
      return false;
    default:
      return readPlain(reading);
  }
}

function takeAs(reading: Reading, length: number): true {
  takeText(reading, length, reading.lines.text.slice(reading.at, reading.at + length));
  return true;
}

function readSpace(reading: Reading): boolean {
  const [found] = match(reading, spaces) ?? [];
  return found === undefined ? nextLine(reading) : takeAs(reading, found.length);
}

/** Words, with the spaces between them. */
function readPlain(reading: Reading): boolean {
  const [found = ''] = match(reading, plain) ?? [];
  return found !== '' && !webAddress.test(found) && takeAs(reading, found.length);
}

/** Two spaces or more in front of the end make it a break; fewer are nothing. */
function nextLine(reading: Reading): true {
  const [spaces = ''] = match(reading, trailing) ?? [];
  if (spaces.length > 1) return breakAt(reading);
  reading.at += spaces.length;
  takeText(reading, 1, '\n');
  reading.line += 1;
  reading.at = reading.lines.startOf(reading.line) + reading.indent;
  return true;
}

/** Makes what stands here up to the end of the line a break. */
function breakAt(reading: Reading): true {
  endText(reading);
  const start = pointOf(reading);
  reading.line += 1;
  const position = { start, end: lineStart(reading, reading.line) };
  innermost(reading).children.push({ type: 'break', position });
  reading.at = reading.lines.startOf(reading.line) + reading.indent;
  return true;
}

function readCode(reading: Reading): boolean {
  const [written, value = ''] = match(reading, code) ?? [];
  return written !== undefined && takeNode(reading, written, 2, { type: 'inlineCode', value });
}

function readEscape(reading: Reading): boolean {
  if (match(reading, escapedEnd) !== null) return breakAt(reading);
  const [whole, value] = match(reading, escaped) ?? [];
  if (whole === undefined || value === undefined) return false;
  takeText(reading, whole.length, value);
  return true;
}

function readLabel(reading: Reading): boolean {
  const [found = ''] = match(reading, label) ?? [];
  return found !== '' && !webAddress.test(found) && takeAs(reading, found.length);
}

/** Braces are text where no variables are given. */
function readBrace(reading: Reading): boolean {
  const { values, names } = reading.variables;
  const [written, name] = (values.isOn && match(reading, variable)) || [];
  if (written === undefined || name === undefined)
    return !(values.isOn && match(reading, twoBraces)) && takeAs(reading, 1);
  names.push(name);
  return takeNode(reading, written, 0, variableFor(values, written, name));
}

function readTag(reading: Reading): boolean {
  const [value, name] = match(reading, htmlTag) ?? [];
  if (value === undefined || name === undefined || !isKnownElement(name)) return false;
  return takeNode(reading, value, 1, { type: 'html', value });
}
