import type { StayKindName } from './kinds'

type Words = {
  patterns: Record<StayKindName, readonly string[]>
  /** What replaces the star in a pattern. */
  nouns: readonly string[]
}

export const names = {
  english: {
    patterns: {
      hotel: ['The * Hotel', '* House Hotel', 'Hotel *'],
      apartment: ['* Apartments', '* Lofts', '* Residences'],
      guesthouse: ['* Guesthouse', 'The * Rooms', '* House'],
      hostel: ['* Hostel', '* Backpackers', 'The * Bunkhouse'],
    },
    nouns:
      'Lantern,Copper Kettle,Almond Tree,Blue Door,Harbour Light,Brass Key,Walnut,Old Press,Sparrow,Corner,Marigold,Fig Tree,North Star,Weaver,Juniper,Tailor'.split(
        ',',
      ),
  },
  french: {
    patterns: {
      hotel: ['Hôtel *', 'Petit Hôtel *', 'Grand Hôtel *'],
      apartment: ['Résidence *', 'Les Appartements *'],
      guesthouse: ['Maison *', 'La Maison *', 'Chambres *'],
      hostel: ['Auberge *', 'La Petite Auberge *'],
    },
    nouns:
      'des Tilleuls,de la Lanterne,du Petit Pont,des Horlogers,de la Cour Verte,du Figuier,des Trois Clefs,de l’Écluse,du Relieur,des Glycines,de la Verrière,du Vieux Puits,des Lucarnes,du Fournil,du Jardin Clos,de l’Horloge,du Passage,des Mouettes,du Cerisier'.split(
        ',',
      ),
  },
  german: {
    patterns: {
      hotel: ['Hotel *', 'Stadthotel *'],
      apartment: ['Apartments *', 'Wohnhaus *'],
      guesthouse: ['Pension *', 'Gasthaus *'],
      hostel: ['Hostel *', 'Herberge *'],
    },
    nouns:
      'Lindenhof,Goldener Anker,Alte Post,Zur Laterne,Kastanie,Am Brunnen,Uhrmacher,Sonnenhof,Drei Linden,Eckhaus,Morgenstern,Zum Apfelbaum'.split(
        ',',
      ),
  },
  italian: {
    patterns: {
      hotel: ['Hotel *', 'Albergo *'],
      apartment: ['Residenza *', 'Appartamenti *'],
      guesthouse: ['Locanda *', 'Casa *'],
      hostel: ['Ostello *'],
    },
    nouns:
      'del Melograno,della Lanterna,del Cortile,delle Rondini,del Glicine,dell’Orologio,dei Tre Archi,della Fontanella,del Fico,delle Persiane,del Ponte Vecchietto,della Bottega'.split(
        ',',
      ),
  },
  spanish: {
    patterns: {
      hotel: ['Hotel *', 'Gran Hotel *'],
      apartment: ['Apartamentos *', 'Residencia *'],
      guesthouse: ['Casa *', 'Hostal *'],
      hostel: ['Albergue *'],
    },
    nouns:
      'del Naranjo,de la Farola,del Patio,de los Azulejos,de la Higuera,del Relojero,de las Golondrinas,del Balcón Verde,de la Plazuela,del Jazmín,de la Tinaja,del Faro'.split(
        ',',
      ),
  },
  portuguese: {
    patterns: {
      hotel: ['Hotel *', 'Grande Hotel *'],
      apartment: ['Apartamentos *', 'Residencial *'],
      guesthouse: ['Casa *', 'Pousada *'],
      hostel: ['Albergue *', 'Hostel *'],
    },
    nouns:
      'do Jasmim,da Lanterna,do Pátio,dos Azulejos,da Figueira,do Relojoeiro,das Andorinhas,da Varanda,do Miradouro,da Laranjeira,do Alfaiate,da Maré'.split(
        ',',
      ),
  },
  dutch: {
    patterns: {
      hotel: ['Hotel *', 'Stadshotel *'],
      apartment: ['* Apartments', 'Pakhuis *'],
      guesthouse: ['Huis *', 'Logement *'],
      hostel: ['Hostel *'],
    },
    nouns:
      'De Lantaarn,Het Anker,De Drie Bruggen,De Lindeboom,De Gouden Sleutel,De Oude Sluis,De Zwaluw,Het Blauwe Hek,De Klokkenmaker,De Tulp'.split(
        ',',
      ),
  },
  danish: {
    patterns: {
      hotel: ['Hotel *'],
      apartment: ['* Lejligheder', '* Apartments'],
      guesthouse: ['Pension *', '* Værelser'],
      hostel: ['Hostel *', '* Vandrerhjem'],
    },
    nouns:
      'Lygten,Ankeret,Lindegården,Svalen,Den Blå Dør,Urmageren,Havnelyset,Æbletræet,Nøglen,Morgenstjernen'.split(
        ',',
      ),
  },
  riad: {
    patterns: {
      hotel: ['Hotel *', 'Palais *'],
      apartment: ['Résidence *'],
      guesthouse: ['Riad *', 'Dar *'],
      hostel: ['* Hostel'],
    },
    nouns:
      'Yasmine,Zitoun,Limoun,Nour,Warda,Saffron,Nakhla,Zellij,Rommana,Hamama,Qamar,Fennec'.split(
        ',',
      ),
  },
  japanese: {
    patterns: {
      hotel: ['Hotel *', '* Hotel'],
      apartment: ['* Apartments', 'Stay *'],
      guesthouse: ['Ryokan *', '* Guesthouse', 'Minshuku *'],
      hostel: ['* Hostel'],
    },
    nouns:
      'Tsubame,Hinoki,Matsukaze,Kawasemi,Yamabuki,Komorebi,Akari,Suzume,Momiji,Tsukimi,Hotaru,Asagao'.split(
        ',',
      ),
  },
} as const satisfies Record<string, Words>

export type Language = keyof typeof names
