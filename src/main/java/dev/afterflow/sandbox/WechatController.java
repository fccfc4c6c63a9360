package dev.afterflow.sandbox;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** WeChat Pay's interface as its document has it: requests signed by the merchant, answers by the platform, refusals too. */
@Hidden
@RestController
@RequestMapping("/sandbox/wechat")
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
@PreAuthorize("permitAll()")
class WechatController {

    private final WechatHouse house;
    private final WechatDesk desk;
    private final PlayedTrades trades;
    private final PayBooks books;
    private final ProviderLimits limits;
    private final JsonMapper json;
    private final Clock clock;

    WechatController(WechatHouse house, WechatDesk desk, PlayedTrades trades, PayBooks books, ProviderLimits limits, JsonMapper json, Clock clock) {
        this.house = house;
        this.desk = desk;
        this.trades = trades;
        this.books = books;
        this.limits = limits;
        this.json = json;
        this.clock = clock;
    }

    /** A buyer's payment through the played WeChat Pay; {@code total} in fen. */
    record Paid(String outTradeNo, long total) {
    }

    @PostMapping("/trades")
    void pay(@RequestBody Paid paid) {
        trades.pay(WechatHouse.WORD, new PlayedTrades.Trade(paid.outTradeNo(), WechatHouse.tradeName(), paid.total(), "CNY"));
    }

    @PostMapping("/v3/refund/domestic/refunds")
    void refund(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asked(request, response, body, () -> desk.refund(json.readTree(body)));
    }

    @GetMapping("/v3/refund/domestic/refunds/{refundNo}")
    void query(@PathVariable String refundNo, HttpServletRequest request, HttpServletResponse response) throws IOException {
        asked(request, response, "", () -> desk.query(refundNo));
    }

    /** Where the paper of a day lies, and what it must hash to. */
    @GetMapping("/v3/bill/tradebill")
    void bill(@RequestParam("bill_date") LocalDate day, HttpServletRequest request, HttpServletResponse response) throws IOException {
        asked(request, response, "", () -> {
            byte[] paper = WechatPaper.of(house.merchant(), books.moved(house.merchant(), day));
            if (books.moved(house.merchant(), day).isEmpty()) {
                return WechatDesk.refused(400, "NO_STATEMENT_EXIST", "账单文件不存在");
            }
            Map<String, Object> words = new LinkedHashMap<>();
            words.put("hash_type", "SHA1");
            words.put("hash_value", DigestUtils.sha1Hex(paper));
            words.put("download_url", "http://127.0.0.1:" + request.getLocalPort() + "/sandbox/wechat/v3/billdownload/file?day=" + day);
            return new WechatDesk.Said(200, words, PayFault.NONE);
        });
    }

    /** The paper itself comes without a seal. */
    @GetMapping("/v3/billdownload/file")
    void file(@RequestParam LocalDate day, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!genuine(request, "")) {
            response.setStatus(401);
            return;
        }
        response.setContentType("text/plain;charset=utf-8");
        response.getOutputStream().write(WechatPaper.of(house.merchant(), books.moved(house.merchant(), day)));
    }

    private void asked(HttpServletRequest request, HttpServletResponse response, String body, Supplier<WechatDesk.Said> answer) throws IOException {
        if (!genuine(request, body)) {
            write(response, 401, "{\"code\":\"SIGN_ERROR\",\"message\":\"签名错误\"}");
            return;
        }
        WechatDesk.Said said;
        try {
            said = limits.takes(WechatHouse.WORD) ? answer.get() : WechatDesk.refused(429, "FREQUENCY_LIMITED", "频率超限");
        } catch (JacksonException unreadable) {
            said = WechatDesk.refused(400, "PARAM_ERROR", "参数错误");
        }
        if (said.fault() == PayFault.LOSE_REPLY || said.fault() == PayFault.LATE) {
            hangUp(response);
            return;
        }
        String text = json.writeValueAsString(said.words());
        String time = String.valueOf(clock.instant().getEpochSecond());
        String nonce = UUID.randomUUID().toString().replace("-", "");
        response.setHeader("Wechatpay-Serial", house.seal().keyId());
        response.setHeader("Wechatpay-Timestamp", time);
        response.setHeader("Wechatpay-Nonce", nonce);
        response.setHeader("Wechatpay-Signature-Type", WechatSeal.SCHEME);
        response.setHeader("Wechatpay-Signature", house.seal().sign(time, nonce, said.fault() == PayFault.GARBLE ? text + " " : text));
        write(response, said.status(), text);
    }

    private boolean genuine(HttpServletRequest request, String body) {
        String path = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        return house.open() && house.seal().holds(request.getHeader("Authorization"), request.getMethod(), path, body, clock.instant().getEpochSecond());
    }

    private static void write(HttpServletResponse response, int status, String text) throws IOException {
        response.setStatus(status);
        response.setHeader("Request-ID", UUID.randomUUID().toString());
        response.setContentType("application/json;charset=utf-8");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Promises more than it sends, so that the connection breaks in the middle of the answer. */
    private static void hangUp(HttpServletResponse response) throws IOException {
        response.setHeader("Connection", "close");
        response.setContentLength(4096);
        response.getOutputStream().write('{');
        response.flushBuffer();
    }
}
