/** What a directive of Intercom's Markdown may say. */
export interface DirectiveShape {
  /** Whether text stands in it. */
  readonly holds: boolean;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Attributes that have no place in an article that is published from here. */
  readonly unsaid: readonly string[];
  /** Page of a video by its id, for each host that Intercom embeds. */
  readonly providers?: Readonly<Record<string, (id: string) => string>>;
}

/** The directives that Intercom writes and reads. */
export type KnownDirective =
  | 'callout'
  | 'button'
  | 'collapsible'
  | 'video'
  | 'attachment'
  | 'attachments'
  | 'intercom-block';

const none: readonly string[] = [];

/** By name. What holds no text is closed at once. */
export const directiveShapes: Readonly<Record<KnownDirective, DirectiveShape>> = {
  callout: { holds: true, required: none, optional: ['backgroundColor', 'borderColor'], unsaid: none },
  button: {
    holds: false,
    required: ['href', 'label'],
    optional: ['align'],
    unsaid: ['tracking_link_url', 'tracking_link_id'],
  },
  collapsible: { holds: true, required: ['title'], optional: none, unsaid: none },
  video: {
    holds: false,
    required: ['id', 'provider'],
    optional: ['text'],
    unsaid: none,
    providers: {
      youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
      vimeo: (id) => `https://vimeo.com/${id}`,
      wistia: (id) => `https://fast.wistia.net/embed/iframe/${id}`,
      loom: (id) => `https://www.loom.com/share/${id}`,
      vidyard: (id) => `https://share.vidyard.com/watch/${id}`,
      streamio: (id) => `https://streamio.com/api/v1/videos/${id}/public_show`,
    },
  },
  // What type and size a file has only Intercom shows.
  attachment: {
    holds: false,
    required: ['href', 'name'],
    optional: ['content_type', 'size', 'text', 'id'],
    unsaid: none,
  },
  attachments: { holds: true, required: none, optional: none, unsaid: none },
  'intercom-block': { holds: false, required: ['data'], optional: none, unsaid: none },
};
