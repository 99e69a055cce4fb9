export type Palette = {
  sky: [string, string]
  sun: string
  layers: [string, string, string]
  lit: string
}

/** Far to near, from first light to night. */
export const palettes: Palette[] = [
  {
    sky: ['#f2b892', '#fbe6cb'],
    sun: '#ef8354',
    layers: ['#cd8a74', '#8f5f70', '#4a3d5b'],
    lit: '#ffd79a',
  },
  {
    sky: ['#b9dde2', '#f4f0df'],
    sun: '#f6cf7a',
    layers: ['#8fc0c2', '#4d8c98', '#1d5867'],
    lit: '#ffe2a6',
  },
  {
    sky: ['#cfe5d5', '#f7f4dc'],
    sun: '#f0bd4f',
    layers: ['#9cc4a5', '#578e76', '#285a4b'],
    lit: '#ffe7a8',
  },
  {
    sky: ['#1d2750', '#565795'],
    sun: '#f6ebcd',
    layers: ['#3c4678', '#2a335f', '#161b39'],
    lit: '#ffd27d',
  },
  {
    sky: ['#f3c3ca', '#fcefe3'],
    sun: '#e2727c',
    layers: ['#d798a4', '#a4647e', '#5d3c5b'],
    lit: '#ffdfae',
  },
  {
    sky: ['#a9d4e8', '#fdf2d8'],
    sun: '#fff0b8',
    layers: ['#e6be8c', '#c18a57', '#835433'],
    lit: '#ffeaba',
  },
  {
    sky: ['#a7c7e2', '#edf2f0'],
    sun: '#fbdf9b',
    layers: ['#89a8c3', '#507798', '#294a6a'],
    lit: '#ffe3a1',
  },
]
