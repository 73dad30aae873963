/** What is left of a missing image or a dead button in a block of its own. */
const lone =
  /<div class="intercom-container(?: intercom-align-\w+)?">((?!<a class="intercom-h2b-button)[^<]*|(?:<a [^>]*>)?<i>\[[^<]*\]<\/i>(?:<\/a>)?)<\/div>/g;

/** Makes paragraphs of the containers in which no image and no button is left, but its text. */
export function withoutLoneContainers(html: string): string {
  return html.replace(lone, '<p class="no-margin">$1</p>');
}
