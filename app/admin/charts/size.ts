/** Of every drawing, in its own units: it is stretched to what the page has. */
export const size = { width: 600, height: 144 }
