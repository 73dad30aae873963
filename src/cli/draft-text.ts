import { configurationName } from '../config/settings.ts';
import { oneLine } from '../report/paint.ts';
import type { Context } from '../use-cases/context.ts';
import { trialText } from './adoption-text.ts';
import type { Draft } from './draft.ts';
import { findingsOf, findingsText } from './found-text.ts';
import type { Answers } from './init-answers.ts';

/**
 * What was found and what is to be written, for a person to look at before: for a terminal of 80 columns.
 *
 * @param isAsked whether somebody is asked before it is written; else what was done with each file follows at once
 */
export function draftText(draft: Draft, answers: Answers, context: Context, isAsked: boolean): string {
  const { found, choices, adoption, text, steps } = draft;
  const { bold, green, dim } = context.paint;
  const findings = findingsOf(found, choices, adoption, answers);
  const words = { create: green('new'), add: green('added to'), leave: dim('stays as it is') };
  const files = steps.map(({ shown, will, what }) => {
    const sign = { create: green('+'), add: green('~'), leave: dim('=') }[will];
    return `  ${sign} ${oneLine(shown)}, ${words[will]}${what === null ? '' : `: ${what}`}`;
  });
  const parts = [
    findingsText(findings, context).trimEnd(),
    ...(adoption === null ? [] : [trialText(adoption, context)]),
    ...(text === null ? [] : [`${bold(configurationName)}\n${text.trimEnd().replace(/^(?=.)/gm, '  ')}`]),
    ...(isAsked ? [`${bold('Files')}\n${files.join('\n')}`] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}
