package org.certassist.bench;

import cn.idev.excel.FastExcel;
import cn.idev.excel.cache.MapCache;
import cn.idev.excel.context.AnalysisContext;
import cn.idev.excel.event.AnalysisEventListener;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/// What others need merely to read a table: every cell's text is fetched and its length added up,
/// nothing is kept or checked.
enum TableReaders {
  POI_USER_MODEL {
    @Override
    long characters(Path file) throws Exception {
      long sum = 0;
      try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
        for (Row row : book.getSheetAt(0)) {
          for (Cell cell : row) {
            sum += cell.toString().length();
          }
        }
      }
      return sum;
    }
  },

  POI_EVENT_MODEL {
    @Override
    long characters(Path file) throws Exception {
      return file.toString().endsWith(".xls") ? records(file) : tags(file);
    }

    private long records(Path file) throws Exception {
      AtomicLong sum = new AtomicLong();
      SSTRecord[] texts = new SSTRecord[1];
      HSSFRequest request = new HSSFRequest();
      request.addListenerForAllRecords(record -> {
        if (record instanceof SSTRecord table) {
          texts[0] = table;
        } else if (record instanceof LabelSSTRecord cell) {
          sum.addAndGet(texts[0].getString(cell.getSSTIndex()).getString().length());
        }
      });
      try (POIFSFileSystem disk = new POIFSFileSystem(file.toFile(), true)) {
        new HSSFEventFactory().processWorkbookEvents(request, disk);
      }
      return sum.get();
    }

    private long tags(Path file) throws Exception {
      try (OPCPackage zip = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
        RawCells cells = new RawCells(new ReadOnlySharedStringsTable(zip));
        XMLReader parser = XMLHelper.newXMLReader();
        parser.setContentHandler(cells);
        try (InputStream sheet = new XSSFReader(zip).getSheetsData().next()) {
          parser.parse(new InputSource(sheet));
        }
        return cells.sum;
      }
    }
  },

  FASTEXCEL_READER {
    @Override
    long characters(Path file) throws Exception {
      long[] sum = {0};
      try (ReadableWorkbook book = new ReadableWorkbook(file.toFile());
          Stream<org.dhatim.fastexcel.reader.Row> rows = book.getFirstSheet().openStream()) {
        rows.forEach(row ->
            row.forEach(cell -> {
              if (cell != null) {
                sum[0] += cell.getText().length();
              }
            }));
      }
      return sum[0];
    }
  },

  IDEV_FASTEXCEL {
    @Override
    long characters(Path file) {
      long[] sum = {0};
      FastExcel.read(
              file.toFile(),
              new AnalysisEventListener<Map<Integer, String>>() {
                @Override
                public void invoke(Map<Integer, String> row, AnalysisContext context) {
                  row.values().forEach(value -> sum[0] += value == null ? 0 : value.length());
                }

                @Override
                public void doAfterAllAnalysed(AnalysisContext context) {}
              })
          .readCache(new MapCache())
          .headRowNumber(0)
          .sheet()
          .doRead();
      return sum[0];
    }
  };

  abstract long characters(Path file) throws Exception;

  /// Cells as their tags have them; texts from the table, numbers unformatted.
  private static final class RawCells extends DefaultHandler {
    private final ReadOnlySharedStringsTable texts;
    private final StringBuilder value = new StringBuilder();
    private boolean shared;
    private boolean inValue;
    private long sum;

    RawCells(ReadOnlySharedStringsTable texts) {
      this.texts = texts;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
      if (name.equals("c")) {
        shared = "s".equals(attributes.getValue("t"));
      } else if (name.equals("v") || name.equals("t")) {
        inValue = true;
        value.setLength(0);
      }
    }

    @Override
    public void characters(char[] text, int from, int length) {
      if (inValue) {
        value.append(text, from, length);
      }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
      if (name.equals("v") || name.equals("t")) {
        inValue = false;
        sum +=
            shared
                ? texts.getItemAt(Integer.parseInt(value.toString())).getString().length()
                : value.length();
      }
    }
  }
}
