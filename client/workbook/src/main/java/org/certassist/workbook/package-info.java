/// Workbooks on disk: templates written, filled ones read, marked and repaired copies made.
///
/// A clerk's file is a stranger. [Book] opens it in whatever form it is: an .xlsx or .xlsm part by
/// part from the zip ([PackageFile] with its caps) by a pull parser ([XmlPart]) that knows no
/// entities; an .xls record by record ([XlsRecords]); a .csv in an encoding that is found strictly
/// ([TextEncoding]). All give [Rows] of cells, and nothing in them is ever evaluated.
/// [TemplateReader] recognises the kind and makes the draft. Writing is done by Apache POI's own
/// models ([Medium]): [TemplateWriter], [MarkedCopy], [RepairedCopy]. The rows of an .xlsx never
/// stand in one of them: a template's are written as they are produced ([RowsXml]), a marked copy's
/// are passed on from the original ([MarkedPackage]). The door is
/// [org.certassist.workbook.PoiWorkbooks].
@NullMarked
package org.certassist.workbook;

import org.jspecify.annotations.NullMarked;
