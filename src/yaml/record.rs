//! A record of the model in, the value that a file holds of it out: whatever says nothing is left out.

use serde::ser::{self, Impossible, Serialize};

use super::value::Value;

/// The value of a record. What cannot be written is nothing.
pub fn value<T: Serialize + ?Sized>(record: &T) -> Value {
    record.serialize(Writer::default()).unwrap_or(Value::Nothing)
}

/// A record that has something a file cannot hold.
#[derive(Debug)]
pub struct Unwritable(String);

impl std::fmt::Display for Unwritable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Unwritable {}

impl ser::Error for Unwritable {
    fn custom<T: std::fmt::Display>(message: T) -> Unwritable {
        Unwritable(message.to_string())
    }
}

/// Whether a value is there though it may be left out: then `false` says something.
#[derive(Default)]
struct Writer {
    said: bool,
}

/// The entries of a map or a list that is being written.
struct Entries {
    key: String,
    map: Vec<(String, Value)>,
    list: Vec<Value>,
}

impl Entries {
    fn new() -> Entries {
        Entries { key: String::new(), map: Vec::new(), list: Vec::new() }
    }
}

macro_rules! bare {
    ($($method:ident $kind:ty),+) => {
        $(fn $method(self, value: $kind) -> Result<Value, Unwritable> {
            Ok(Value::Bare(value.to_string()))
        })+
    };
}

impl ser::Serializer for Writer {
    type Ok = Value;
    type Error = Unwritable;
    type SerializeSeq = Entries;
    type SerializeTuple = Entries;
    type SerializeTupleStruct = Entries;
    type SerializeTupleVariant = Impossible<Value, Unwritable>;
    type SerializeMap = Entries;
    type SerializeStruct = Entries;
    type SerializeStructVariant = Impossible<Value, Unwritable>;

    bare!(serialize_i8 i8, serialize_i16 i16, serialize_i32 i32, serialize_i64 i64, serialize_u8 u8, serialize_u16 u16,
          serialize_u32 u32, serialize_u64 u64, serialize_f32 f32, serialize_f64 f64);

    /// What is false unless it is said needs no saying.
    fn serialize_bool(self, value: bool) -> Result<Value, Unwritable> {
        Ok(if value || self.said { Value::Bare(value.to_string()) } else { Value::Nothing })
    }

    fn serialize_char(self, value: char) -> Result<Value, Unwritable> {
        Ok(Value::Text(value.to_string()))
    }

    fn serialize_str(self, value: &str) -> Result<Value, Unwritable> {
        Ok(Value::Text(value.to_owned()))
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<Value, Unwritable> {
        Err(Unwritable("bytes".into()))
    }

    fn serialize_none(self) -> Result<Value, Unwritable> {
        Ok(Value::Nothing)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<Value, Unwritable> {
        value.serialize(Writer { said: true })
    }

    fn serialize_unit(self) -> Result<Value, Unwritable> {
        Ok(Value::Nothing)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<Value, Unwritable> {
        Ok(Value::Nothing)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<Value, Unwritable> {
        Ok(Value::Text(variant.to_owned()))
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<Value, Unwritable> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<Value, Unwritable> {
        Ok(Value::Map(vec![(variant.to_owned(), value.serialize(Writer::default())?)]))
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Entries, Unwritable> {
        Ok(Entries::new())
    }

    fn serialize_tuple(self, _: usize) -> Result<Entries, Unwritable> {
        Ok(Entries::new())
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Entries, Unwritable> {
        Ok(Entries::new())
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unwritable> {
        Err(Unwritable(name.into()))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Entries, Unwritable> {
        Ok(Entries::new())
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Entries, Unwritable> {
        Ok(Entries::new())
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Unwritable> {
        Err(Unwritable(name.into()))
    }
}

macro_rules! list {
    ($($of:ident $method:ident),+) => {
        $(impl ser::$of for Entries {
            type Ok = Value;
            type Error = Unwritable;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
                self.list.push(value.serialize(Writer::default())?);
                Ok(())
            }

            fn end(self) -> Result<Value, Unwritable> {
                Ok(Value::List(self.list))
            }
        })+
    };
}

list!(SerializeSeq serialize_element, SerializeTuple serialize_element, SerializeTupleStruct serialize_field);

impl ser::SerializeMap for Entries {
    type Ok = Value;
    type Error = Unwritable;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unwritable> {
        self.key = match key.serialize(Writer::default())? {
            Value::Text(key) | Value::Bare(key) => key,
            _ => return Err(Unwritable("a key that is no text".into())),
        };
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unwritable> {
        let key = std::mem::take(&mut self.key);
        self.map.push((key, value.serialize(Writer::default())?));
        Ok(())
    }

    fn end(self) -> Result<Value, Unwritable> {
        Ok(Value::Map(self.map))
    }
}

impl ser::SerializeStruct for Entries {
    type Ok = Value;
    type Error = Unwritable;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Unwritable> {
        self.map.push((key.to_owned(), value.serialize(Writer::default())?));
        Ok(())
    }

    fn end(self) -> Result<Value, Unwritable> {
        Ok(Value::Map(self.map))
    }
}

#[cfg(test)]
mod tests {
    use crate::model::List;

    use super::super::value::write;
    use super::value;

    #[test]
    fn a_list_reads_back_as_it_was() {
        for name in ["shuangyu-emergency", "shuangyu-water", "liuping-town", "wangchuan-regimes", "shuangyu-boundaries"]
        {
            let path = format!("tests/sites/forms/content/lists/{name}.yaml");
            #[allow(clippy::disallowed_methods, reason = "a test reads its own files")]
            let text = std::fs::read_to_string(&path).expect("a list");
            let list: List = serde_yaml::from_str(&text).expect("a list");
            let written = write(&value(&list), &|_| None);
            let again: List = serde_yaml::from_str(&written).unwrap_or_else(|error| panic!("{error}\n{written}"));
            assert_eq!(format!("{list:?}"), format!("{again:?}"), "{name}");
        }
    }
}
