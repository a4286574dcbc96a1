/// The port to workbooks: reading a clerk's file, writing templates and marked copies.
@NullMarked
package org.certassist.core.workbook;

import org.jspecify.annotations.NullMarked;
