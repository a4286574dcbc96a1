package org.certassist.workbook;

import java.io.IOException;
import java.io.OutputStream;
import javax.xml.namespace.QName;
import org.apache.poi.ooxml.POIXMLTypeLoader;
import org.apache.poi.xssf.usermodel.XSSFName;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlOptions;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDefinedName;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTWorkbook;

/// A new workbook with our [Stamp] in it.
///
/// POI has no way to hide a name, so the workbook part is saved a second time with it hidden.
final class TemplateBook extends XSSFWorkbook {
  void stamp(Stamp stamp) {
    XSSFName name = createName();
    name.setNameName(Stamp.NAME);
    name.setRefersToFormula("\"" + stamp.text() + "\"");
    getProperties().getCustomProperties().addProperty(Stamp.NAME, stamp.text());
  }

  @Override
  protected void commit() throws IOException {
    super.commit();
    for (CTDefinedName name : getCTWorkbook().getDefinedNames().getDefinedNameList()) {
      if (name.getName().equals(Stamp.NAME)) {
        name.setHidden(true);
      }
    }
    XmlOptions options = new XmlOptions(POIXMLTypeLoader.DEFAULT_XML_OPTIONS);
    options.setSaveSyntheticDocumentElement(
        new QName(CTWorkbook.type.getName().getNamespaceURI(), "workbook"));
    prepareForCommit();
    try (OutputStream out = getPackagePart().getOutputStream()) {
      getCTWorkbook().save(out, options);
    }
  }
}
