/** The mark in the browser's tab. */
export const siteIcon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#3d5bd9"/><path d="M9 9h11a3 3 0 0 1 3 3v11H12a3 3 0 0 1-3-3z" fill="none" stroke="#fff" stroke-width="2.4" stroke-linejoin="round"/><path d="M13.5 14h5M13.5 18h3" stroke="#fff" stroke-width="2.4" stroke-linecap="round"/></svg>';
