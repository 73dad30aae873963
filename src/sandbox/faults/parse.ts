import { nearestName } from '../../text/nearest.ts';
import { type Fault, type FaultKind, faultKinds } from './fault.ts';

/** A fault that cannot be read; the message names the place and says what would be right. */
export class FaultSyntaxError extends Error {
  override readonly name = 'FaultSyntaxError';
  /** In the whole text, from 1. */
  readonly column: number;

  constructor(spec: string, column: number, message: string) {
    super(`fault "${spec}", column ${column}: ${message}`);
    this.column = column;
  }
}

/** A piece of the text and where it stands, for errors. */
interface FaultPart {
  readonly text: string;
  readonly column: number;
  readonly whole: string;
}

/**
 * Reads faults as a person types them:
 *
 * ```
 * FAULTS = FAULT ("," FAULT)*
 * FAULT  = KIND ["=" AMOUNT] ("@" WHICH)* ["%" SHARE]
 * WHICH  = N | N "-" N | N "+" | METHOD | PATH | METHOD ":" PATH
 * ```
 *
 * `drop-after@5` the answer to the fifth request is lost · `500@PUT:/articles*` every update of an article
 * fails · `502@POST@2` the second POST · `slow=2s@3-8` the third to the eighth request · `503@10+` the tenth
 * and all after · `reset-before%0.2` one request in five, drawn with the sandbox's seed · `cut=100@GET:/me`.
 * N counts the requests that fit the method and path beside it. Without N and share a fault meets every
 * request that fits. The first fault that meets a request is the one that happens.
 *
 * @throws FaultSyntaxError
 */
export function parseFaults(spec: string): readonly Fault[] {
  let column = 1;
  return spec.split(',').map((text) => {
    const lead = text.length - text.trimStart().length;
    const fault = parseFault({ text: text.trim(), column: column + lead, whole: spec });
    column += text.length + 1;
    return fault;
  });
}

function parseFault(piece: FaultPart): Fault {
  const [head, ...conditions] = splitBefore(piece, /[@%]/g);
  if (head === undefined) throw fail(piece, 'a fault is missing here');
  const equals = head.text.indexOf('=');
  const kind = equals < 0 ? head : cut(head, 0, equals);
  let fault: Fault = {
    kind: kindOf(kind),
    amount: null,
    method: null,
    path: null,
    nth: null,
    probability: null,
    spec: piece.text,
  };
  if (equals >= 0) fault = { ...fault, amount: amountOf(cut(head, equals + 1), fault.kind) };
  for (const condition of conditions) fault = { ...fault, ...conditionOf(condition, fault) };
  return fault;
}

function kindOf(piece: FaultPart): FaultKind {
  const found = faultKinds.find((kind) => kind === piece.text);
  if (found !== undefined) return found;
  if (piece.text === '') throw fail(piece, `a fault is missing here; there are ${faultKinds.join(', ')}`);
  const near = nearestName(piece.text, faultKinds);
  const hint = near === null ? `there are ${faultKinds.join(', ')}` : `did you mean "${near}"?`;
  throw fail(piece, `there is no fault "${piece.text}"; ${hint}`);
}

function amountOf(piece: FaultPart, kind: FaultKind): number {
  if (kind === 'slow') {
    const found = /^(\d+(?:\.\d+)?)(ms|s)$/.exec(piece.text);
    if (found === null) throw fail(piece, 'slow needs a time such as 2s or 1500ms');
    return Number(found[1]) * (found[2] === 's' ? 1000 : 1);
  }
  if (kind === 'cut') {
    if (!/^\d+$/.test(piece.text)) throw fail(piece, 'cut needs a number of bytes such as 100');
    return Number(piece.text);
  }
  throw fail(piece, `${kind} takes no amount; only slow and cut do`);
}

function conditionOf(piece: FaultPart, fault: Fault): Partial<Fault> {
  const rest = cut(piece, 1);
  if (piece.text.startsWith('%')) {
    if (!/^\d*\.?\d+$/.test(rest.text) || Number(rest.text) > 1) {
      throw fail(rest, 'after % comes a share between 0 and 1, such as 0.2');
    }
    return once(piece, fault.probability === null, { probability: Number(rest.text) });
  }
  const range = /^(\d+)(?:-(\d+)|(\+))?$/.exec(rest.text);
  if (range !== null) {
    const first = Number(range[1]);
    const last = range[3] === '+' ? Number.POSITIVE_INFINITY : Number(range[2] ?? range[1]);
    if (first < 1 || last < first) throw fail(rest, 'requests are counted from 1, and a range goes up');
    return once(piece, fault.nth === null, { nth: { first, last } });
  }
  const target = /^(?:([A-Za-z]+)(?::|$))?(\/.*)?$/.exec(rest.text);
  if (target === null || (target[1] === undefined && target[2] === undefined)) {
    throw fail(rest, 'after @ comes a number, a method, a path that starts with "/", or METHOD:/path');
  }
  return once(piece, fault.method === null && fault.path === null, {
    method: target[1]?.toUpperCase() ?? null,
    path: target[2] ?? null,
  });
}

function once(piece: FaultPart, first: boolean, condition: Partial<Fault>): Partial<Fault> {
  if (!first) throw fail(piece, `"${piece.text}" says again, or otherwise, what was said before`);
  return condition;
}

function splitBefore(piece: FaultPart, marks: RegExp): FaultPart[] {
  const starts = [0, ...[...piece.text.matchAll(marks)].map((match) => match.index)];
  return starts.map((start, index) => cut(piece, start, starts[index + 1]));
}

function cut(piece: FaultPart, start: number, end?: number): FaultPart {
  return { ...piece, text: piece.text.slice(start, end), column: piece.column + start };
}

function fail(piece: FaultPart, message: string): FaultSyntaxError {
  return new FaultSyntaxError(piece.whole, piece.column, message);
}
