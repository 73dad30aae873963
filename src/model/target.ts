import type { State } from './article.ts';

/** What `targets` in `helpcentre.yml` says of one workspace. What it leaves out is as for the whole configuration. */
export interface TargetSettings {
  /** Id of the workspace, by which the lockfile knows it too: a token for any other is refused. */
  readonly workspace: string;
  /** Name of the environment variable that holds its access token; no other token is ever sent to it. */
  readonly tokenVariable: string;
  readonly region?: 'us' | 'eu' | 'au';
  readonly helpCentre?: string | null;
  readonly state?: State;
}

/** The workspace that a run is for, where a repository names its workspaces. */
export interface Target extends Pick<TargetSettings, 'workspace' | 'tokenVariable'> {
  readonly name: string;
}
