//! An index of words made here and the same made by SQLite in; whether they are the same out.

use rusqlite::{Connection, params};

use super::grams::Term;
use super::segment::Record;
use super::words::Words;

/// The words of each column of a row.
type Row = [Vec<String>; 2];

/// Rows in which words stand once, often, in every row, and very often in one.
fn rows(count: usize) -> Vec<Row> {
    let row = |at: usize| {
        let mut first = vec!["everywhere".to_owned(), format!("word{at}")];
        first.extend(
            (0..at % 13).map(|nth| format!("计{}量", char::from_u32(0x4E00 + (at * nth % 977) as u32).unwrap_or('管'))),
        );
        let mut second = vec![format!("shared{}", at % 17), "weighing".to_owned(), "scales".to_owned()];
        if at == 700 {
            second.extend((0..9_000).map(|nth| if nth % 300 == 0 { "rare" } else { "again" }.to_owned()));
            second.push("long".repeat(1_500));
        }
        [first, second]
    };
    (0..count).map(row).collect()
}

fn add(words: &mut Words, row: &Row) {
    words.row();
    for (column, texts) in row.iter().enumerate() {
        for (place, word) in texts.iter().enumerate() {
            let codes: Vec<u64> = word.chars().map(|c| c as u64).collect();
            let packed = (0..).zip(&codes).fold(0, |packed, (nth, code)| packed | code << (48 - 16 * nth.min(3)));
            let chinese = codes.len() <= 4 && codes.iter().all(|code| *code > 0x2E80);
            words.read(if chinese { Term::Packed(packed) } else { Term::Spelled(word) }, place as u32);
        }
        words.add(column);
    }
}

/// An index made by SQLite where `words` are none; else with the words in it, written after every so many rows.
fn index(rows: &[Row], every: Option<usize>) -> Connection {
    let mut database = Connection::open_in_memory().expect("a database");
    let table = "CREATE VIRTUAL TABLE t USING fts5 (a, b, content=x, columnsize=0);
        INSERT INTO t (t, rank) VALUES ('hashsize', 100000000);
        CREATE TABLE x (a, b); BEGIN";
    database.execute_batch(table).expect("a table");
    let Some(every) = every else {
        let mut insert = database.prepare("INSERT INTO t (rowid, a, b) VALUES (?, ?, ?)").expect("a statement");
        for (at, [a, b]) in (1_i64..).zip(rows) {
            insert.execute(params![at, a.join(" "), b.join(" ")]).expect("a row");
        }
        drop(insert);
        database.execute_batch("COMMIT").expect("a file");
        return database;
    };
    let mut words = Words::new(2);
    for part in rows.chunks(every) {
        part.iter().for_each(|row| add(&mut words, row));
        words
            .write(&mut |record| {
                match record {
                    Record::Page { id, bytes } => {
                        database.execute("INSERT INTO t_data VALUES (?, ?)", params![id, bytes])?
                    }
                    Record::Entry { segment, term, page } => {
                        database.execute("INSERT INTO t_idx VALUES (?, ?, ?)", params![segment, term, page])?
                    }
                };
                Ok(())
            })
            .expect("records");
        assert_eq!(words.bytes(), 0);
    }
    for (id, record) in [(1, words.averages()), (10, words.structure())] {
        database.execute("UPDATE t_data SET block = ? WHERE id = ?", params![record, id]).expect("a record");
    }
    database.execute_batch("COMMIT").expect("a file");
    // As a reader finds it: the connection that made the table remembers that it was empty.
    let bytes = database.serialize("main").expect("a file");
    let mut reader = Connection::open_in_memory().expect("a database");
    reader.deserialize_read_exact("main", &bytes[..], bytes.len(), false).expect("a database file");
    reader
}

fn strings(database: &Connection, query: &str) -> Vec<String> {
    let mut statement = database.prepare(query).expect(query);
    statement.query_map([], |row| row.get(0)).expect(query).map(|cell| cell.expect("a text")).collect()
}

#[test]
fn what_is_written_is_what_sqlite_writes() {
    let rows = rows(20_000);
    let [theirs, ours] = [None, Some(rows.len())].map(|every| index(&rows, every));
    for query in
        ["SELECT id || ' ' || hex(block) FROM t_data", "SELECT segid || ' ' || hex(term) || ' ' || pgno FROM t_idx"]
    {
        let [theirs, ours] = [&theirs, &ours].map(|database| strings(database, query));
        // The version of the settings counts that the size was set.
        let differs = theirs.iter().zip(&ours).find(|(a, b)| a != b && !a.starts_with("10 "));
        assert_eq!(differs, None, "{query}");
        assert_eq!(theirs.len(), ours.len(), "{query}");
    }
    let listed = strings(&ours, "SELECT hex(term) FROM t_idx WHERE pgno & 1");
    assert!(!listed.is_empty(), "a word on many pages has a list of its rows");
}

#[test]
fn segments_together_are_one_index() {
    let rows = rows(3_000);
    for every in [2, 7, 500, 3_000] {
        let rows = &rows[..rows.len().min(every * 400)];
        let database = index(rows, Some(every));
        database.execute_batch("INSERT INTO t (t) VALUES ('integrity-check')").expect("a sound index");
        let count = |word: &str| {
            let query = format!("SELECT CAST(count(*) AS TEXT) FROM t WHERE t MATCH '{word}'");
            strings(&database, &query).concat()
        };
        let expected =
            |word: &str| rows.iter().filter(|row| row.iter().flatten().any(|of| of == word)).count().to_string();
        for word in ["everywhere", "word17", "shared3", "rare", "计一量", "计七量", "nowhere"] {
            assert_eq!(count(word), expected(word), "{word} in segments of {every}");
        }
        assert_eq!(count("\"weighing scales\""), expected("scales"), "neighbours");
        assert_eq!(count("\"scales weighing\""), "0", "the other way round");
        assert_eq!(count("everywhere AND word30"), expected("word30"), "both");
    }
}
