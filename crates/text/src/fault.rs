//! What is wrong with an answer and how to mend it, in one sentence that blames nobody.

use petition_domain::{Fault, Field, PersonField, Problem};

use crate::kiosk::Kiosk;
use crate::lang::{Lang, fill, words};

words! {
    /// Sentences beside a field.
    Mend {
        Choose: "请选一项", "Please choose one";
        Fill: "请填写{label}", "Please fill in: {label}";
        ShortId: "请补全证件号码，还差 {missing} 位", "Please complete the number: {missing} missing";
        ShortMobile: "请补全手机号，还差 {missing} 位", "Please complete the mobile number: {missing} missing";
        Short: "还差 {missing} 个字", "{missing} more needed";
        Long: "多了 {excess} 个字，最多 {max} 个", "{excess} too many; {max} at most";
        BadCharacter: "“{character}”不能用在这里，请删掉", "“{character}” cannot stand here; please remove it";
        BadSpace: "开头或结尾多了空格，或中间有换行，请删掉", "Please remove the spaces at the ends or the line break";
        Hidden: "里面有看不见的符号，请重新输入", "There are invisible characters; please type it again";
        ChecksumId: "号码对不上，可能有一位错了，请对照证件看看", "One digit seems wrong; please compare with the document";
        NotADate: "号码里的出生日期不存在，请对照证件看看", "The birth date in the number does not exist; please compare with the document";
        FutureDate: "号码里的出生日期还没到，请对照证件看看", "The birth date in the number is in the future; please compare with the document";
        BadId: "不像这种证件的号码，请看看证件种类选对了没有", "This does not look like such a number; did you choose the right document?";
        BadMobile: "不像手机号，应当是 1 开头的十一位数字", "A mobile number has eleven digits and begins with 1";
        BadName: "请写姓名的字", "Please write a name";
        BadStrokes: "签名没有记下来，请重签", "The signature was not recorded; please sign again";
        UnknownDivision: "请从列表里选省、市、县", "Please choose province, city and county from the list";
        Unknown: "请从列表里选一项", "Please choose from the list";
        TooManyRepresentatives: "代表最多 {max} 位，请减少", "{max} representatives at most; please take fewer";
        TooManyFiles: "最多 {max} 个文件", "{max} files at most";
        TooMany: "最多 {max}", "{max} at most";
        TooFewPeople: "人数不能少于 {min}", "There must be at least {min} people";
        TooFewStrokes: "签得太短了，请再签一次", "That was too short; please sign again";
        TooFew: "至少 {min}", "At least {min}";
        RepeatedId: "这个号码和前面一位相同，请看看是不是填错了人", "The same number was given for another person; please check";
        Repeated: "重复了，请删掉一个", "This stands twice; please remove one";
        Pledge: "请先勾选上面的承诺", "Please tick the promise above first";
        MissingFile: "这个文件没有传上去，请重新添加", "This file was not received; please add it again";
        EarlierEither: "编号或单位，请填一个", "Please give the number or the organ";
    }
}

/// The sentence for `fault`.
pub fn sentence(lang: Lang, fault: &Fault) -> String {
    let n = |value: usize| value.to_string();
    let is_id = matches!(fault.field, Field::Person(_, PersonField::IdNumber));
    let is_mobile = matches!(fault.field, Field::Person(_, PersonField::Mobile));
    match fault.problem {
        Problem::Required => required(lang, fault.field),
        Problem::TooShort { missing } => {
            let word = if is_id {
                Mend::ShortId
            } else if is_mobile {
                Mend::ShortMobile
            } else {
                Mend::Short
            };
            fill(lang, word, &[("missing", &n(missing))])
        }
        Problem::TooLong { excess, max } => {
            fill(lang, Mend::Long, &[("excess", &n(excess)), ("max", &n(max))])
        }
        Problem::BadCharacter(c) if c.is_whitespace() || c.is_control() => {
            lang.say(Mend::BadSpace).into_owned()
        }
        Problem::BadCharacter(c) => {
            fill(lang, Mend::BadCharacter, &[("character", &c.to_string())])
        }
        Problem::HiddenCharacter => lang.say(Mend::Hidden).into_owned(),
        Problem::Checksum => lang.say(Mend::ChecksumId).into_owned(),
        Problem::NotADate => lang.say(Mend::NotADate).into_owned(),
        Problem::FutureDate => lang.say(Mend::FutureDate).into_owned(),
        Problem::BadFormat => {
            let word = match fault.field {
                Field::Signature => Mend::BadStrokes,
                Field::Person(_, PersonField::Name) => Mend::BadName,
                _ if is_mobile => Mend::BadMobile,
                _ => Mend::BadId,
            };
            lang.say(word).into_owned()
        }
        Problem::Unknown => match fault.field {
            Field::PlaceDivision | Field::Person(_, PersonField::Division) => {
                lang.say(Mend::UnknownDivision)
            }
            _ => lang.say(Mend::Unknown),
        }
        .into_owned(),
        Problem::TooMany { max } => {
            let word = match fault.field {
                Field::Representatives => Mend::TooManyRepresentatives,
                Field::Attachments => Mend::TooManyFiles,
                _ => Mend::TooMany,
            };
            fill(lang, word, &[("max", &n(max))])
        }
        Problem::TooFew { min } => {
            let word = match fault.field {
                Field::PeopleConcerned => Mend::TooFewPeople,
                Field::Signature => Mend::TooFewStrokes,
                _ => Mend::TooFew,
            };
            fill(lang, word, &[("min", &n(min))])
        }
        Problem::Repeated if is_id => lang.say(Mend::RepeatedId).into_owned(),
        Problem::Repeated => lang.say(Mend::Repeated).into_owned(),
        Problem::NotConfirmed => lang.say(Mend::Pledge).into_owned(),
        Problem::Missing => lang.say(Mend::MissingFile).into_owned(),
    }
}

fn required(lang: Lang, field: Field) -> String {
    match field {
        Field::EarlierOrgan => lang.say(Mend::EarlierEither).into_owned(),
        Field::PlaceDivision | Field::Person(_, PersonField::Division) => {
            lang.say(Mend::UnknownDivision).into_owned()
        }
        _ => match field_label(field) {
            Some(label) => fill(lang, Mend::Fill, &[("label", &lang.say(label))]),
            None => lang.say(Mend::Choose).into_owned(),
        },
    }
}

/// The label of a field that is written into; `None` for choices.
pub const fn field_label(field: Field) -> Option<Kiosk> {
    Some(match field {
        Field::OrganisationName => Kiosk::OrganisationName,
        Field::OrganisationCode => Kiosk::OrganisationCode,
        Field::Person(_, PersonField::Name) => Kiosk::Name,
        Field::Person(_, PersonField::IdNumber) => Kiosk::IdNumber,
        Field::Person(_, PersonField::Mobile) => Kiosk::Mobile,
        Field::Person(_, PersonField::Division) | Field::PlaceDivision => Kiosk::Division,
        Field::Person(_, PersonField::AddressDetail) => Kiosk::AddressDetail,
        Field::PeopleConcerned => Kiosk::CountPeople,
        Field::Representatives => Kiosk::CountRepresentatives,
        Field::PlaceDetail => Kiosk::PlaceDetail,
        Field::AboutUnit => Kiosk::AboutUnit,
        Field::AccusedName => Kiosk::AccusedName,
        Field::AccusedPost => Kiosk::AccusedPost,
        Field::AccusedActs => Kiosk::AccusedActs,
        Field::Facts => Kiosk::FactsTitle,
        Field::Reasons => Kiosk::ReasonsTitle,
        Field::Request => Kiosk::RequestTitle,
        Field::EarlierNumber => Kiosk::EarlierNumber,
        Field::EarlierOrgan => Kiosk::EarlierOrgan,
        Field::EarlierWhen => Kiosk::EarlierWhen,
        Field::Signature => Kiosk::SignBoard,
        _ => return None,
    })
}
