/// Workbooks on disk: templates written, filled ones read, marked copies made.
///
/// A clerk's file is a stranger. It is read part by part from the zip ([PackageFile] with its caps)
/// by a pull parser ([XmlPart]) that knows no entities, cell by cell ([SheetReader]), and nothing
/// in it is ever evaluated. [TemplateReader] recognises the kind and makes the draft. Writing is
/// done by Apache POI's own model ([TemplateWriter], [MarkedCopy]). The door is
/// [org.certassist.workbook.PoiWorkbooks].
@NullMarked
package org.certassist.workbook;

import org.jspecify.annotations.NullMarked;
