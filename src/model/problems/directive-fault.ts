import { didYouMean } from './entry.ts';

/** What is wrong with a line of colons; `name` is the directive's. */
export type DirectiveFault =
  | { readonly is: 'unknown'; readonly name: string; readonly nearest: string | null }
  | { readonly is: 'braces'; readonly name: string }
  | { readonly is: 'attribute-missing'; readonly name: string; readonly attribute: string }
  | { readonly is: 'malformed'; readonly name: string; readonly written: string }
  | { readonly is: 'provider'; readonly name: string; readonly provider: string }
  | { readonly is: 'not-closed'; readonly name: string }
  | { readonly is: 'nothing-open' };

/** What was found, as a sentence. */
export function faultOf(fault: DirectiveFault): string {
  switch (fault.is) {
    case 'unknown':
      return `":::${fault.name}" is not a directive that Intercom knows`;
    case 'braces':
      return `the attributes of ":::${fault.name}" stand in braces`;
    case 'attribute-missing':
      return `":::${fault.name}" has no "${fault.attribute}"`;
    case 'malformed':
      return `"${fault.written}" behind ":::${fault.name}" is no attribute`;
    case 'provider':
      return `"${fault.provider}" is not a host of videos that Intercom embeds`;
    case 'nothing-open':
      return 'this line of colons closes nothing';
    default:
      return `":::${fault.name}" is not closed`;
  }
}

/** What to do about it. */
export function wayOutOf(fault: DirectiveFault): string {
  switch (fault.is) {
    case 'unknown':
      return `${didYouMean(fault.nearest)}Intercom has callout, button, collapsible, video, attachment, attachments and intercom-block.`;
    case 'braces':
      return `Take the braces off: :::${fault.name} attribute="value".`;
    case 'attribute-missing':
      return `Write ${fault.attribute}="…" behind the name.`;
    case 'malformed':
      return 'Write attribute="value", in straight double quotes, with a space before it.';
    case 'provider':
      return 'Take youtube, vimeo, wistia, loom, vidyard or streamio, or write a link instead.';
    case 'nothing-open':
      return 'Remove it, or write the line that it is the end of.';
    default:
      return 'Write a line ":::" below it: right below a button, a video or an attachment, below its text for the others.';
  }
}
