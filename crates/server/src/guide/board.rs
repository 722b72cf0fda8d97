//! The board of the hall in one language, as it hangs on one day.

use petition_content::board::{Board, Hotline, Reception, Topic, When, Wifi};
use petition_domain::Day;
use petition_domain::working_days::HolidayTable;
use petition_text::Lang;
use toml::Spanned;

use crate::config::Config;

/// What `config` shows on `today`.
pub fn board(
    config: &Config,
    hotlines: &[Hotline],
    holidays: &HolidayTable,
    lang: Lang,
    today: Day,
) -> Board {
    let pick = |zh: &Spanned<String>, en: &Spanned<String>| {
        lang.pick(zh.get_ref(), en.get_ref()).into_owned()
    };
    let text = |value: &Spanned<String>| value.get_ref().clone();
    let mut reception: Vec<Reception> = config
        .reception
        .iter()
        .filter_map(|row| {
            let on = row.date.map(|date| When::On(date.0));
            Some(Reception {
                when: on.or(row.weekday.map(When::Every))?,
                from: text(&row.from),
                to: text(&row.to),
                who: row.who,
                name: pick(&row.zh, &row.en),
                room: text(&row.room),
            })
        })
        .filter(|row| !matches!(row.when, When::On(day) if day < today))
        .collect();
    reception.sort_by(|a, b| (a.when, &a.from).cmp(&(b.when, &b.from)));
    let wifi = config
        .wifi
        .as_ref()
        .map(|wifi| Wifi { name: text(&wifi.name), password: wifi.password.as_ref().map(text) });
    let duties = config.duties.as_ref();
    let duties =
        duties.map(|duties| if lang == Lang::Zh { &duties.zh } else { duties.en.get_ref() });
    let topics = config.topics.iter().map(|topic| Topic {
        title: pick(&topic.zh, &topic.en),
        text: pick(&topic.zh_text, &topic.en_text),
        from: topic.from.0,
        to: topic.to.get_ref().0,
    });
    Board {
        reception,
        wifi,
        duties: duties.into_iter().flatten().map(text).collect(),
        topics: topics.filter(|topic| topic.from <= today && today <= topic.to).collect(),
        hotlines: hotlines.to_vec(),
        has_recordings: config.hall.recordings,
        holidays: holidays.clone(),
    }
}
