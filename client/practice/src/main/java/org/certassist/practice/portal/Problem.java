package org.certassist.practice.portal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A refusal as the wire carries it (RFC 9457): a row of the tables in docs/portal-api.yaml.
///
/// @param code a status code as Integer, or a string id
/// @param reason which check failed; for developers
/// @param retryAfter seconds, where asking again later makes sense
record Problem(
    int status,
    Object code,
    String title,
    String detail,
    Optional<String> reason,
    Optional<Integer> retryAfter) {
  static final Problem UNIT_UNKNOWN = login("unit-unknown", "未查询到单位信息");
  static final Problem CA_UNBOUND = login("ca-unbound", "未查询到CA对照信息");
  static final Problem NONCE = login("nonce", "登录挑战无效、已使用或已过期，请重新登录");
  static final Problem ORIGIN = login("origin", "登录挑战的来源与本门户不符");
  static final Problem TOKEN = of(401, "token", "未登录", "登录已失效，请重新登录");
  static final Problem UNIT_MISMATCH = submission("unit-mismatch", "单位信息不匹配");
  static final Problem KIND_UNKNOWN = submission("kind-unknown", "不支持的业务类型或版本");
  static final Problem TOO_MANY_ROWS =
      submission("too-many-rows", "单次申报不得超过" + DeclarationCheck.MOST_ROWS + "行");
  static final Problem WINDOW_CLOSED = submission("window-closed", "该结算年月不在业务申报期内");
  static final Problem ID_CONFLICT = of(409, "id-conflict", "申报未受理", "该申报编号已用于另一份申报");
  static final Problem NOT_FOUND = of(404, "not-found", "未找到", "未查询到该申报");
  static final Problem NO_SUCH_PLACE = of(404, "no-such-place", "未找到", "没有此地址");
  static final Problem NOT_READY = of(409, "not-ready", "尚未处理完毕", "等待审核").again(1);
  static final Problem TOO_LARGE = of(413, "too-large", "请求过大", "提交内容过大");
  static final Problem METHOD = of(405, "method", "请求无效", "不支持的请求方法");
  static final Problem BUSY = of(503, "busy", "系统繁忙", "系统繁忙，请稍后再试").again(2);
  static final Problem INTERNAL = of(500, "internal", "系统错误", "系统错误，请稍后再试");

  static Problem badRequest(String reason) {
    return of(400, "bad-request", "请求无效", "请求格式错误").because(reason);
  }

  static Problem mediaType() {
    return of(415, "bad-request", "请求无效", "请求格式错误").because("media-type");
  }

  /// The document breaks the contract.
  ///
  /// @param place such as `第9行，idNumber`; never a value
  static Problem malformed(String reason, String place) {
    return submission("malformed", "申报数据格式错误" + (place.isEmpty() ? "" : "：" + place))
        .because(reason);
  }

  /// A signature or certificate that does not pass, at login (401) or submission (422).
  static Problem signature(int httpStatus, SignatureCheck.Failure failure) {
    return new Problem(
        httpStatus,
        failure.code(),
        httpStatus == 401 ? "登录失败" : "申报未受理",
        "CA验签结果失败，状态码：" + failure.code(),
        Optional.of(failure.reason()),
        Optional.empty());
  }

  private static Problem login(String code, String detail) {
    return of(401, code, "登录失败", detail);
  }

  private static Problem submission(String code, String detail) {
    return of(422, code, "申报未受理", detail);
  }

  private static Problem of(int status, String code, String title, String detail) {
    return new Problem(status, code, title, detail, Optional.empty(), Optional.empty());
  }

  private Problem because(String why) {
    return new Problem(status, code, title, detail, Optional.of(why), retryAfter);
  }

  private Problem again(int seconds) {
    return new Problem(status, code, title, detail, reason, Optional.of(seconds));
  }

  Map<String, Object> json() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "urn:certassist:problem:" + code);
    members.put("title", title);
    members.put("status", status);
    members.put("detail", detail);
    members.put("code", code);
    reason.ifPresent(why -> members.put("reason", why));
    return members;
  }
}
