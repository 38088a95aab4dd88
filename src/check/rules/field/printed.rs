//! A value of the model in; what a paper in Chinese has of it out.

use crate::model::Lang;
use crate::model::walk::Node;

/// The Chinese of a text, or a string that is the same in every language.
pub(super) fn printed<'m>(node: Node<'m>) -> Option<&'m str> {
    node.text().map_or_else(|| node.string(), |text| text.get(Lang::ZH))
}
