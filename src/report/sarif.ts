import type { Fix, Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { type ProblemCode, type ProblemRule, problemCodes } from '../model/problem.ts';
import { sortProblems } from './sort-problems.ts';

/** What a report says about its making. */
export interface SarifFacts {
  /** This program's version. */
  readonly version: string;
  /** A file's path from the repository's root, with forward slashes. */
  readonly fileOf: (file: string) => string;
  /** File that findings about no file are shown at, as places name files: readers of SARIF want one for each. */
  readonly configuration: string;
  /** Address of the entry that explains a problem. */
  readonly addressOf: (code: ProblemCode) => string;
}

/**
 * Problems as a SARIF 2.1.0 log of one run, for GitHub's code scanning and other viewers. Every code is a rule;
 * columns count UTF-16 units from 1.
 */
export function sarif(problems: readonly Problem[], facts: SarifFacts): object {
  const rules = problemCodes();
  const numbers = new Map<string, number>(rules.map((rule, index) => [rule.code, index]));
  const driver = {
    name: 'helpcentre',
    semanticVersion: facts.version,
    rules: rules.map((rule) => ruleOf(rule, facts)),
  };
  const results = sortProblems(problems).map((problem) => resultOf(problem, numbers.get(problem.code), facts));
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }],
  };
}

function ruleOf({ code, severity, isAdvice, message, help, why }: ProblemRule, { addressOf }: SarifFacts): object {
  return {
    id: code,
    shortDescription: { text: message },
    fullDescription: { text: why },
    help: { text: help },
    helpUri: addressOf(code),
    defaultConfiguration: { level: severity, ...(isAdvice === true ? { enabled: false } : {}) },
  };
}

function resultOf(problem: Problem, ruleIndex: number | undefined, facts: SarifFacts): object {
  const { code, severity, message, help, fix } = problem;
  const place = problem.place ?? { file: facts.configuration, line: 1, column: 1 };
  const physicalLocation = { artifactLocation: artifact(place.file, facts), region: regionOf(place) };
  return {
    ruleId: code,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: severity,
    message: { text: [message, help].filter((part) => part !== '').join('\n') },
    locations: [{ physicalLocation }],
    // Line ends and byte order marks have no region.
    ...(fix === undefined || !fix.edits.every(({ place: { column } }) => column > 0) || fix.edits.length === 0
      ? {}
      : { fixes: [fixOf(fix, facts)] }),
  };
}

function fixOf({ description, edits }: Fix, facts: SarifFacts): object {
  const files = [...new Set(edits.map((edit) => edit.place.file))];
  const artifactChanges = files.map((file) => ({
    artifactLocation: artifact(file, facts),
    replacements: edits
      .filter((edit) => edit.place.file === file)
      .map(({ place, text }) => ({ deletedRegion: pieceOf(place), insertedContent: { text } })),
  }));
  return { description: { text: description }, artifactChanges };
}

function artifact(file: string, { fileOf }: SarifFacts): object {
  const uri = fileOf(file)
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')))
    .join('/');
  return { uri, uriBaseId: '%SRCROOT%' };
}

function regionOf({ line, column, endLine, endColumn }: Place): object {
  return {
    startLine: line,
    startColumn: column,
    ...(endLine === undefined ? {} : { endLine }),
    ...(endColumn === undefined ? {} : { endColumn }),
  };
}

/** A region that is exactly the piece: without an end SARIF means the rest of the line. */
function pieceOf(place: Place): object {
  return regionOf({ endLine: place.line, endColumn: place.column, ...place });
}
