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

/// How many rows are held before they are written, column by column.
const GROUP: usize = 16_384;

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
pub(super) fn write(table: &Table, header: &[String], context: Context<'_>, out: &mut dyn Write) -> io::Result<u64> {
    let kinds: Vec<CellKind> =
        table.places(context.graph.model.languages()).iter().map(|(column, _)| column.kind).collect();
    let columns = header.iter().zip(&kinds).map(|(name, kind)| column(name, *kind)).collect::<Result<_, _>>()?;
    let schema = Type::group_type_builder(table.name).with_fields(columns).build()?;
    let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
    let mut writer = SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties))?;
    let mut held: Vec<Held> = kinds.iter().map(|_| Held::default()).collect();
    let (mut rows, mut waiting) = (0, 0);
    table.rows(context, &mut |cells| {
        rows += 1;
        waiting += 1;
        cells.iter().zip(&mut held).for_each(|(cell, held)| held.hold(cell));
        if waiting == GROUP {
            waiting = 0;
            group(writer.next_row_group()?, &kinds, &mut held)?;
        }
        Ok(())
    })?;
    if waiting > 0 {
        group(writer.next_row_group()?, &kinds, &mut held)?;
    }
    out.write_all(&writer.into_inner()?)?;
    Ok(rows)
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
