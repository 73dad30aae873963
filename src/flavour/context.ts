import type { ComponentChoice } from '../model/flavour-name.ts';
import type { Flavour, Names } from './flavour.ts';
import type { Line } from './lines.ts';

/** What the pass through one text carries along. */
export interface Context {
  readonly flavour: Flavour;
  readonly choices: Choices;
  readonly names: Names;
  /** Whether it is MDX: nothing is code because it is indented. */
  readonly isMdx: boolean;
  /** Ids that headings were given. */
  readonly ids: Set<string>;
  /** Whether a name is a variable's. */
  readonly isVariable: IsVariable;
  /** Blocks around. */
  readonly depth: number;
  /** Whether a callout is around. */
  readonly inCallout: boolean;
  /** Whether HTML is around that stays as it is. */
  readonly inHtml?: boolean;
  /** Whether indentation is around, as in a list. */
  readonly isIndented: boolean;
  /** Whether steps are headed parts, and no list. */
  readonly stepsApart: boolean;
  readonly say: Say;
  /** Lines that may still be looked through for the ends of tags: without a bound, unclosed ones take the square. */
  readonly budget: { left: number };
  /** The last line of some with an end of a tag, by its name: before one that has none nothing need be looked through. */
  readonly lastEnds: WeakMap<readonly Line[], ReadonlyMap<string, number>>;
}

/** What the configuration says a component is: `components` by name. */
export type Choices = Readonly<Record<string, ComponentChoice>>;

/** What a text asks for that is not done. */
export type Remark =
  /** A tag that is not known: shown is what is in it, or what its attributes say in words. */
  | {
      readonly is: 'unknown-tag';
      readonly written: string;
      readonly name: string;
      readonly noun: string;
      readonly shown: 'content' | 'words' | 'nothing';
      /** Nothing is in the place of a block. */
      readonly lacks: boolean;
    }
  /** An icon that shows nothing here. */
  | { readonly is: 'icon' }
  /** A block that nothing closes: it holds what follows, or nothing. */
  | { readonly is: 'unclosed'; readonly written: string; readonly name: string; readonly holds: boolean }
  /** Part of another file. */
  | { readonly is: 'elsewhere'; readonly written: string }
  /** Something that its tool would have to run. */
  | { readonly is: 'program'; readonly written: string };

/** Notes a remark at a line, from an index of it on. */
export type Say = (remark: Remark, at: Line, index?: number) => void;

/** Whether a name is that of a variable, which the configuration gives a value. */
export type IsVariable = (name: string) => boolean;
