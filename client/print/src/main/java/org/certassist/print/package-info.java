/// Paper: the forms that are stamped and taken to the counter, as PDF.
///
/// [PdfPapers] is the door. A form ([Summary], [Roster], [RetirementForm]) is drawn with a [Pen] on
/// A4 pages; [ColumnWidths] fits a table to the page and [Lines] breaks texts. Characters come from
/// the [PcFonts] of this PC, of which the [Typeface] of a file takes the first that has one, and
/// puts into the file only what is used. The words on the forms are Chinese in whatever language
/// the program speaks: they are for the counter.
@NullMarked
package org.certassist.print;

import org.jspecify.annotations.NullMarked;
