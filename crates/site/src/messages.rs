//! What the links between the files say, per language. Apart from [`figure_tracker_core::localize`], because the widget says none
//! of it and would carry it.

/// The messages of one language.
#[derive(Debug)]
pub(crate) struct LinkMessages {
    /// The language, a BCP 47 tag without region.
    tag: &'static str,
    /// The territory that previews are told where the language alone is known.
    pub(crate) territory: &'static str,
    /// Leads to the rows of a metric.
    pub(crate) table: &'static str,
    /// Leads to the data in the data format.
    pub(crate) data: &'static str,
    /// Leads to the picture for print.
    pub(crate) drawing: &'static str,
    /// Leads to the picture for previews.
    pub(crate) picture: &'static str,
    /// Leads to the feed.
    pub(crate) feed: &'static str,
    /// Leads from a page to its frozen copy.
    pub(crate) frozen: &'static str,
    /// Leads from a frozen copy to the page that is updated.
    pub(crate) updating: &'static str,
}

impl LinkMessages {
    /// The messages of a language; English ones where there are none.
    pub(super) fn for_language(tag: &str) -> &'static Self {
        let language = tag.split('-').next().unwrap_or(tag);
        ALL.iter().find(|messages| messages.tag == language).unwrap_or(&ENGLISH)
    }
}

const ENGLISH: LinkMessages = LinkMessages {
    tag: "en",
    territory: "US",
    table: "Table (CSV)",
    data: "Data (JSON)",
    drawing: "Picture (SVG)",
    picture: "Picture (PNG)",
    feed: "Feed of new figures (Atom)",
    frozen: "This edition, kept as it is",
    updating: "The page that later editions update",
};

static ALL: [LinkMessages; 7] = [
    ENGLISH,
    LinkMessages {
        tag: "ru",
        territory: "RU",
        table: "Таблица (CSV)",
        data: "Данные (JSON)",
        drawing: "Рисунок (SVG)",
        picture: "Рисунок (PNG)",
        feed: "Лента новых сообщений (Atom)",
        frozen: "Эта редакция без изменений",
        updating: "Страница, которая обновляется с выходом новых редакций",
    },
    LinkMessages {
        tag: "kk",
        territory: "KZ",
        table: "Кесте (CSV)",
        data: "Деректер (JSON)",
        drawing: "Сурет (SVG)",
        picture: "Сурет (PNG)",
        feed: "Жаңа деректер таспасы (Atom)",
        frozen: "Осы басылым, өзгеріссіз",
        updating: "Кейінгі басылымдармен жаңаратын бет",
    },
    LinkMessages {
        tag: "de",
        territory: "DE",
        table: "Tabelle (CSV)",
        data: "Daten (JSON)",
        drawing: "Bild (SVG)",
        picture: "Bild (PNG)",
        feed: "Feed der neuen Angaben (Atom)",
        frozen: "Diese Ausgabe, unverändert",
        updating: "Die Seite, die mit späteren Ausgaben erneuert wird",
    },
    LinkMessages {
        tag: "fr",
        territory: "FR",
        table: "Tableau (CSV)",
        data: "Données (JSON)",
        drawing: "Image (SVG)",
        picture: "Image (PNG)",
        feed: "Flux des nouveaux chiffres (Atom)",
        frozen: "Cette édition, telle quelle",
        updating: "La page mise à jour avec les éditions suivantes",
    },
    LinkMessages {
        tag: "es",
        territory: "ES",
        table: "Tabla (CSV)",
        data: "Datos (JSON)",
        drawing: "Imagen (SVG)",
        picture: "Imagen (PNG)",
        feed: "Canal de nuevas cifras (Atom)",
        frozen: "Esta edición, sin cambios",
        updating: "La página que se actualiza con ediciones posteriores",
    },
    LinkMessages {
        tag: "ar",
        territory: "AR",
        table: "جدول (CSV)",
        data: "البيانات (JSON)",
        drawing: "صورة (SVG)",
        picture: "صورة (PNG)",
        feed: "خلاصة الأرقام الجديدة (Atom)",
        frozen: "هذه الطبعة كما هي",
        updating: "الصفحة التي تُحدَّث مع الطبعات اللاحقة",
    },
];
