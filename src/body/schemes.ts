/** Schemes that links of sources can be written with. */
export const writtenSchemes: readonly string[] = ['http', 'https', 'mailto', 'tel'];

/** Schemes that Intercom keeps in links and that nobody writes here. No other may be added that a browser runs. */
export const keptSchemes: readonly string[] = ['ftp', 'sms'];
