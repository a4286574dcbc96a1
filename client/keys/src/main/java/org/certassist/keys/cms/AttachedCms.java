package org.certassist.keys.cms;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.certassist.core.workbook.ChangedFileException;

/// A detached CMS in DER with the content put into it, written as DER while the content streams.
final class AttachedCms {
  private static final int SEQUENCE = 0x30;
  private static final int EXPLICIT_0 = 0xA0;
  private static final int OCTETS = 0x04;

  private AttachedCms() {}

  /// @throws IOException [ChangedFileException] where the content is not `length` bytes long
  static void write(byte[] detached, InputStream content, long length, OutputStream out)
      throws IOException {
    ASN1Sequence contentInfo = ASN1Sequence.getInstance(detached);
    ASN1Sequence signedData = explicit(contentInfo.getObjectAt(1));
    byte[] dataType = der(ASN1Sequence.getInstance(signedData.getObjectAt(2)).getObjectAt(0));
    byte[] before = join(der(signedData.getObjectAt(0)), der(signedData.getObjectAt(1)));
    byte[] after = new byte[0]; // certificates, lists, signers
    for (int i = 3; i < signedData.size(); i++) {
      after = join(after, der(signedData.getObjectAt(i)));
    }
    byte[] type = der(contentInfo.getObjectAt(0));

    // From the inside out: what stands before the content, given how long the content is.
    Head head = new Head(new byte[0], length, 0).within(OCTETS).within(EXPLICIT_0);
    head = head.after(dataType).within(SEQUENCE).after(before).before(after).within(SEQUENCE);
    head = head.within(EXPLICIT_0).after(type).within(SEQUENCE);
    out.write(head.bytes());
    if (content.transferTo(out) != length) {
      throw new ChangedFileException("the file changed while it was signed");
    }
    out.write(after);
  }

  /// The bytes before the content, and how much follows them.
  private record Head(byte[] bytes, long content, int tail) {
    Head within(int tag) throws IOException {
      return after(header(tag, bytes.length + content + tail));
    }

    Head after(byte[] more) throws IOException {
      return new Head(join(more, bytes), content, tail);
    }

    Head before(byte[] more) {
      return new Head(bytes, content, tail + more.length);
    }
  }

  private static byte[] header(int tag, long length) {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    header.write(tag);
    if (length < 0x80) {
      header.write((int) length);
      return header.toByteArray();
    }
    int bytes = (Long.SIZE - Long.numberOfLeadingZeros(length) + 7) / 8;
    header.write(0x80 | bytes);
    for (int i = bytes - 1; i >= 0; i--) {
      header.write((int) (length >> (8 * i)));
    }
    return header.toByteArray();
  }

  private static ASN1Sequence explicit(ASN1Encodable tagged) {
    return ASN1Sequence.getInstance(ASN1TaggedObject.getInstance(tagged).getExplicitBaseObject());
  }

  private static byte[] der(ASN1Encodable object) throws IOException {
    return object.toASN1Primitive().getEncoded(ASN1Encoding.DER);
  }

  private static byte[] join(byte[] first, byte[] second) throws IOException {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(first);
    both.write(second);
    return both.toByteArray();
  }
}
