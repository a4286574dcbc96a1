package org.certassist.core.workbook;

import java.util.List;
import org.certassist.core.fault.Fault;
import org.certassist.core.fault.FaultArea;

/// Why a file cannot be used as a declaration's workbook.
public sealed interface FileFault extends Fault {
  @Override
  default FaultArea area() {
    return FaultArea.FILE;
  }

  /// There is no such file, or it cannot be read.
  record Unreadable(String file) implements FileFault {
    @Override
    public String id() {
      return "file.unreadable";
    }

    @Override
    public List<String> details() {
      return List.of(file);
    }
  }

  /// It was saved again between its check and the work that followed.
  record Changed(String file) implements FileFault {
    @Override
    public String id() {
      return "file.changed";
    }

    @Override
    public List<String> details() {
      return List.of(file);
    }
  }

  /// It is not a workbook at all.
  record NotAWorkbook(String file) implements FileFault {
    @Override
    public String id() {
      return "file.notAWorkbook";
    }

    @Override
    public List<String> details() {
      return List.of(file);
    }
  }

  /// A web page or XML, whatever its name, without a table that can be read.
  record WebPage(String file) implements FileFault {
    @Override
    public String id() {
      return "file.webPage";
    }

    @Override
    public List<String> details() {
      return List.of(file);
    }
  }

  /// A workbook of a form older than Excel 97 (.xls before BIFF8).
  record OldFormat(String file) implements FileFault {
    @Override
    public String id() {
      return "file.oldFormat";
    }

    @Override
    public List<String> details() {
      return List.of(file);
    }
  }

  /// A text file that is neither UTF-8 nor GB18030 throughout.
  record UnknownEncoding(String file) implements FileFault {
    @Override
    public String id() {
      return "file.unknownEncoding";
    }

    @Override
    public List<String> details() {
      return List.of(file);
    }
  }

  /// It is protected by a password.
  record PasswordProtected(String file) implements FileFault {
    @Override
    public String id() {
      return "file.passwordProtected";
    }

    @Override
    public List<String> details() {
      return List.of(file);
    }
  }

  /// A workbook, but no template of any kind known here.
  record NotATemplate(String file) implements FileFault {
    @Override
    public String id() {
      return "file.notATemplate";
    }

    @Override
    public List<String> details() {
      return List.of(file);
    }
  }

  /// A template of a kind that the profile does not offer, or not the kind that was asked for.
  record OtherKind(String found) implements FileFault {
    @Override
    public String id() {
      return "file.otherKind";
    }

    @Override
    public List<String> details() {
      return List.of(found);
    }
  }

  /// A template whose fixed cells were changed.
  ///
  /// @param cell such as 申报!C3
  record AlteredTemplate(String cell, String expected, String found) implements FileFault {
    @Override
    public String id() {
      return "file.alteredTemplate";
    }

    @Override
    public List<String> details() {
      return List.of(cell, expected, found);
    }

    /// What was typed may be anybody's number.
    @Override
    public String toString() {
      return "AlteredTemplate[" + cell + "]";
    }
  }

  /// A file that resembles a portal's template that was learnt, with headers changed.
  ///
  /// @param layout the learnt template's name
  record AlteredLayout(String layout, List<PortalLayout.Difference> differences)
      implements FileFault {
    public AlteredLayout {
      differences = List.copyOf(differences);
    }

    @Override
    public String id() {
      return "file.alteredLayout";
    }

    /// The sentence names the cells too; a log gets their places alone.
    @Override
    public List<String> details() {
      return List.of(layout);
    }
  }

  /// A file that has several learnt layouts, which read it differently.
  ///
  /// @param layouts the learnt templates' names
  record SeveralLayouts(List<String> layouts) implements FileFault {
    public SeveralLayouts {
      layouts = List.copyOf(layouts);
    }

    @Override
    public String id() {
      return "file.severalLayouts";
    }

    @Override
    public List<String> details() {
      return List.of(String.join(", ", layouts));
    }
  }

  /// A copy of a portal's template in which a cell that was to be filled holds something.
  ///
  /// @param cell such as 申报!C3
  record LayoutFilled(String cell) implements FileFault {
    @Override
    public String id() {
      return "file.layoutFilled";
    }

    @Override
    public List<String> details() {
      return List.of(cell);
    }
  }

  /// A list that stands in more than one sheet, of which one would be left out.
  record SeveralSheets(String sheets) implements FileFault {
    @Override
    public String id() {
      return "file.severalSheets";
    }

    @Override
    public List<String> details() {
      return List.of(sheets);
    }
  }

  /// A portal's template without columns that the kind must have.
  record TemplateLacks(String headers) implements FileFault {
    @Override
    public String id() {
      return "file.templateLacks";
    }

    @Override
    public List<String> details() {
      return List.of(headers);
    }
  }

  /// A portal's template with more rows below its headers than an empty one has.
  record TemplateNotEmpty() implements FileFault {
    @Override
    public String id() {
      return "file.templateNotEmpty";
    }

    @Override
    public List<String> details() {
      return List.of();
    }
  }

  /// A template of another version than this program's.
  record OtherVersion(String kind, String found, String expected) implements FileFault {
    @Override
    public String id() {
      return "file.otherVersion";
    }

    @Override
    public List<String> details() {
      return List.of(kind, found, expected);
    }
  }

  /// A template without a single filled row.
  record Empty(String kind) implements FileFault {
    @Override
    public String id() {
      return "file.empty";
    }

    @Override
    public List<String> details() {
      return List.of(kind);
    }
  }

  /// Larger than a stated cap.
  ///
  /// @param cap which: rows, columns, fileBytes, unpackedBytes, entries, ratio, texts
  record TooLarge(String cap, long limit) implements FileFault {
    @Override
    public String id() {
      return "file.tooLarge";
    }

    @Override
    public List<String> details() {
      return List.of(cap, Long.toString(limit));
    }
  }

  /// The file that was to be written could not be.
  record NotWritten(String file) implements FileFault {
    @Override
    public FaultArea area() {
      return FaultArea.STORAGE;
    }

    @Override
    public String id() {
      return "file.notWritten";
    }

    @Override
    public List<String> details() {
      return List.of(file);
    }
  }

  /// A device, a pipe or a folder stands where a file was to be written.
  record NotAFile(String file) implements FileFault {
    @Override
    public FaultArea area() {
      return FaultArea.USAGE;
    }

    @Override
    public String id() {
      return "file.notAFile";
    }

    @Override
    public List<String> details() {
      return List.of(file);
    }
  }
}
