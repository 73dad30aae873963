import type { Choices } from '../choices.ts';
import type { NewFile } from '../file.ts';
import { namingOf } from '../naming.ts';
import { pins } from '../pins.ts';
import { scalar } from '../scalar.ts';
import {
  expression,
  noPermissions,
  ownStep,
  publishConcurrency,
  publishPermissions,
  stepsBefore,
  tokenInput,
} from './parts.ts';

/**
 * Started by hand: a part of the help centre is planned, and published after somebody approved that plan. What is
 * published is exactly what was shown, or nothing.
 */
export function partWorkflow(choices: Choices): readonly NewFile[] {
  const { stem, title } = namingOf(choices);
  const chosen = { paths: expression('inputs.paths'), ...tokenInput };
  const text = `name: ${scalar(`${title}, a part`)}

on:
  workflow_dispatch:
    inputs:
      paths:
        description: What to publish, such as content/billing, content/start.md (a comma and a blank between)
        required: true

${noPermissions}

jobs:
  plan:
    runs-on: ubuntu-latest
    permissions:
      contents: read # the checkout
    steps:
${stepsBefore(choices)}
${ownStep(choices, { run: 'plan', ...chosen }, 'plan')}
      - uses: ${pins.uploadArtifact}
        with:
          name: ${stem}-plan
          path: ${expression('steps.plan.outputs.plan')}
          if-no-files-found: error
          retention-days: 5

  publish:
    needs: plan
    runs-on: ubuntu-latest
    # Whoever has to approve is named in the settings of this environment.
    environment: help-centre
${publishPermissions}
${publishConcurrency(`${stem}-publish`)}
    steps:
${stepsBefore(choices)}
      - uses: ${pins.downloadArtifact}
        with:
          name: ${stem}-plan
          path: ${expression('runner.temp')}/plan
${ownStep(choices, { run: 'publish', ...chosen, plan: `${expression('runner.temp')}/plan/plan.json` })}
`;
  return [{ path: `.github/workflows/${stem}-part.yml`, text }];
}
