//! Rows in, Parquet out: columns with their types, packed with Snappy; dates are text, as in every other format. Only in a
//! program that was compiled with the feature `parquet`.

use std::io::{self, Write};
use std::mem::take;
use std::sync::Arc;

use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DoubleType, Int64Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::Type;

use crate::dataset::{Cell, CellKind, Context, Table};
use crate::model::Lang;

/// How many rows are held before they are written, column by column.
const GROUP: usize = 16_384;

/// How many bytes of text are held before they are written: a hundred tables are written at a time.
pub(super) const SIZE: usize = 4 << 20;

/// The cells of one column that are there, and for each row whether it has one.
#[derive(Default)]
struct Held {
    texts: Vec<ByteArray>,
    integers: Vec<i64>,
    numbers: Vec<f64>,
    booleans: Vec<bool>,
    there: Vec<i16>,
}

/// Writes a table and returns how many rows there were.
pub(super) fn write(table: &Table, context: Context<'_>, out: &mut dyn Write) -> io::Result<u64> {
    let mut file = ParquetFile::begin(table, context.graph.model.languages(), SIZE)?;
    let mut rows = 0;
    table.rows(context, &mut |cells| {
        rows += 1;
        file.row(cells)?;
        out.write_all(&file.drain())
    })?;
    out.write_all(&file.finish()?)?;
    Ok(rows)
}

/// A file that is being written, row by row.
pub(super) struct ParquetFile {
    writer: SerializedFileWriter<Vec<u8>>,
    kinds: Vec<CellKind>,
    held: Vec<Held>,
    waiting: usize,
    /// How many bytes of text are held.
    size: usize,
    /// How many of them are written at once.
    most: usize,
}

impl ParquetFile {
    /// Begins the file of a table of a site in these languages, which holds so many bytes of text before it writes them.
    pub fn begin(table: &Table, languages: &[Lang], most: usize) -> io::Result<ParquetFile> {
        let places = table.places(languages);
        let columns = places.iter().map(|(of, lang)| column(&of.header(*lang), of.kind)).collect::<Result<_, _>>()?;
        let schema = Type::group_type_builder(table.name).with_fields(columns).build()?;
        let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
        let writer = SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties))?;
        let kinds: Vec<CellKind> = places.iter().map(|(column, _)| column.kind).collect();
        let held = kinds.iter().map(|_| Held::default()).collect();
        Ok(ParquetFile { writer, kinds, held, waiting: 0, size: 0, most })
    }

    /// Adds a row.
    pub fn row(&mut self, cells: &[Cell<'_>]) -> io::Result<()> {
        self.waiting += 1;
        for (cell, held) in cells.iter().zip(&mut self.held) {
            held.hold(cell);
            if let Cell::Text(text) = cell {
                self.size += text.len();
            }
        }
        if self.waiting == GROUP || self.size >= self.most { self.group() } else { Ok(()) }
    }

    /// Gives what was written and not given before.
    pub fn drain(&mut self) -> Vec<u8> {
        take(self.writer.inner_mut())
    }

    /// Ends the file and gives what was not given before.
    pub fn finish(mut self) -> io::Result<Vec<u8>> {
        if self.waiting > 0 {
            self.group()?;
        }
        Ok(self.writer.into_inner()?)
    }

    fn group(&mut self) -> io::Result<()> {
        (self.waiting, self.size) = (0, 0);
        Ok(group(self.writer.next_row_group()?, &self.kinds, &mut self.held)?)
    }
}

fn column(name: &str, kind: CellKind) -> Result<Arc<Type>, ParquetError> {
    let (physical, logical) = match kind {
        CellKind::String | CellKind::Date => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        CellKind::Integer => (Physical::INT64, None),
        CellKind::Number => (Physical::DOUBLE, None),
        CellKind::Boolean => (Physical::BOOLEAN, None),
    };
    let column = Type::primitive_type_builder(name, physical).with_logical_type(logical);
    column.with_repetition(Repetition::OPTIONAL).build().map(Arc::new)
}

impl Held {
    fn hold(&mut self, cell: &Cell<'_>) {
        self.there.push(i16::from(*cell != Cell::Empty));
        match cell {
            Cell::Empty => {}
            Cell::Text(text) => self.texts.push(ByteArray::from(&**text)),
            Cell::Integer(number) => self.integers.push(*number),
            Cell::Number(number) => self.numbers.push(*number),
            Cell::Boolean(yes) => self.booleans.push(*yes),
        }
    }
}

fn group(
    mut group: SerializedRowGroupWriter<'_, Vec<u8>>,
    kinds: &[CellKind],
    held: &mut [Held],
) -> Result<(), ParquetError> {
    for (kind, held) in kinds.iter().zip(held) {
        let Some(mut column) = group.next_column()? else { break };
        let held = take(held);
        let there = Some(&held.there[..]);
        match kind {
            CellKind::String | CellKind::Date => {
                column.typed::<ByteArrayType>().write_batch(&held.texts, there, None)?
            }
            CellKind::Integer => column.typed::<Int64Type>().write_batch(&held.integers, there, None)?,
            CellKind::Number => column.typed::<DoubleType>().write_batch(&held.numbers, there, None)?,
            CellKind::Boolean => column.typed::<BoolType>().write_batch(&held.booleans, there, None)?,
        };
        column.close()?;
    }
    group.close().map(|_| ())
}
