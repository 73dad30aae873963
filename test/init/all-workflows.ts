import { type Choices, type WorkflowKind, workflowKinds } from '../../src/init/choices.ts';
import type { NewFile } from '../../src/init/file.ts';
import { workflowFiles } from '../../src/init/workflow-files.ts';
import { version } from '../../src/version.ts';

/** What a person who says nothing gets. */
export const plainChoices: Choices = {
  content: 'content',
  locale: 'en',
  region: 'us',
  workflows: ['pull-request'],
  branch: 'main',
  folder: '.',
  version,
};

/** Folders of a help centre in a repository, the awkward ones too. */
export const folders = ['.', 'packages/help', "Docs & Help: the team's [new], 100 %", 'ヘルプ', '-'] as const;

/** Every workflow that `init` can write, in every folder. */
export const everyWorkflow: readonly { kind: WorkflowKind; folder: string; file: NewFile }[] = folders.flatMap(
  (folder) =>
    workflowKinds.flatMap((kind) =>
      workflowFiles({ ...plainChoices, folder, workflows: [kind] }).map((file) => ({ kind, folder, file })),
    ),
);
