/** Picture for an image that was taken without fetching it: grey, with its name. */
export function standInPicture(path: string): string {
  const name = (path.split('/').at(-1) ?? '').replace(/[^A-Za-z0-9._-]/g, ' ');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360" viewBox="0 0 640 360" role="img">
<title>${name}</title>
<rect width="640" height="360" fill="#e5e7eb"/>
<path d="M270 210l35-45 25 30 20-22 45 57H250z" fill="#9ca3af"/>
<circle cx="375" cy="150" r="14" fill="#9ca3af"/>
<text x="320" y="270" font-family="system-ui, sans-serif" font-size="18" fill="#4b5563" text-anchor="middle">${name}</text>
</svg>
`;
}
