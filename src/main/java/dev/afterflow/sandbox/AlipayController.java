package dev.afterflow.sandbox;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Alipay's gateway as its document has it: one address, a form signed with RSA2, an answer signed over its exact text. */
@Hidden
@RestController
@RequestMapping("/sandbox/alipay")
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
@PreAuthorize("permitAll()")
class AlipayController {

    private final AlipayHouse house;
    private final AlipayDesk desk;
    private final AlipayTrades trades;
    private final JsonMapper json;

    AlipayController(AlipayHouse house, AlipayDesk desk, AlipayTrades trades, JsonMapper json) {
        this.house = house;
        this.desk = desk;
        this.trades = trades;
        this.json = json;
    }

    /** A buyer's payment through the played Alipay; {@code amount} in yuan. */
    record Paid(String outTradeNo, String amount) {
    }

    @PostMapping("/trades")
    void pay(@RequestBody Paid paid) {
        trades.pay(paid.outTradeNo(), AlipayTrades.fen(paid.amount()));
    }

    @PostMapping("/gateway.do")
    void gateway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, String> words = request.getParameterMap().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue()[0]));
        String method = words.getOrDefault("method", "");
        Map<String, Object> wrong = wrong(words);
        if (wrong != null) {
            write(response, "{\"error_response\":" + json.writeValueAsString(wrong) + "}");
            return;
        }
        try {
            answer(response, method, said(method, words, request));
        } catch (JacksonException | NumberFormatException | ArithmeticException unreadable) {
            answer(response, method, new AlipayDesk.Said(AlipayDesk.refused("ACQ.INVALID_PARAMETER", "参数无效"), PayFault.NONE));
        }
    }

    /** The paper of a day, for whoever holds an address the gateway made. */
    @GetMapping("/bill")
    void bill(@RequestParam LocalDate day, @RequestParam String sign, HttpServletResponse response) throws IOException {
        if (!house.open() || !house.seal().sign("bill|" + day).equals(sign)) {
            response.setStatus(403);
            return;
        }
        response.setContentType("application/zip");
        response.getOutputStream().write(AlipayPaper.of(house.seller(), day, trades.moved(house.seller(), day)));
    }

    private AlipayDesk.Said said(String method, Map<String, String> words, HttpServletRequest request) {
        JsonNode business = json.readTree(words.getOrDefault("biz_content", "{}"));
        return switch (method) {
            case "alipay.trade.refund" -> desk.refund(business, words.getOrDefault("notify_url", ""));
            case "alipay.trade.fastpay.refund.query" -> new AlipayDesk.Said(desk.query(business), PayFault.NONE);
            case "alipay.data.dataservice.bill.downloadurl.query" -> new AlipayDesk.Said(paper(business, request), PayFault.NONE);
            default -> new AlipayDesk.Said(AlipayDesk.fault("40002", "Invalid Arguments", "isv.invalid-method", "不存在的方法名"), PayFault.NONE);
        };
    }

    private Map<String, Object> paper(JsonNode business, HttpServletRequest request) {
        if (!business.path("bill_type").asString("").equals("trade") || !business.path("bill_date").asString("").matches("\\d{4}-\\d\\d-\\d\\d")) {
            return AlipayDesk.refused("isv.invalid-arguments", "参数有误");
        }
        String day = business.path("bill_date").asString();
        Map<String, Object> words = AlipayDesk.well();
        words.put("bill_download_url", "http://127.0.0.1:" + request.getLocalPort() + "/sandbox/alipay/bill?day=" + day
            + "&sign=" + URLEncoder.encode(house.seal().sign("bill|" + day), StandardCharsets.UTF_8));
        return words;
    }

    private Map<String, Object> wrong(Map<String, String> words) {
        if (!house.open() || !house.app().equals(words.get("app_id"))) {
            return AlipayDesk.fault("40002", "Invalid Arguments", "isv.invalid-app-id", "无效的AppID参数");
        }
        boolean genuine = "RSA2".equals(words.get("sign_type"))
            && house.seal().holds(AlipaySeal.sorted(words, "sign"), words.getOrDefault("sign", ""));
        return genuine ? null : AlipayDesk.fault("40002", "Invalid Arguments", "isv.invalid-signature", "无效签名");
    }

    private void answer(HttpServletResponse response, String method, AlipayDesk.Said said) throws IOException {
        if (said.fault() == PayFault.LOSE_REPLY || said.fault() == PayFault.LATE) {
            hangUp(response);
            return;
        }
        String text = json.writeValueAsString(said.words());
        String sign = house.seal().sign(said.fault() == PayFault.GARBLE ? text + " " : text);
        write(response, "{\"" + method.replace('.', '_') + "_response\":" + text + ",\"sign\":\"" + sign + "\"}");
    }

    private static void write(HttpServletResponse response, String body) throws IOException {
        response.setContentType("text/html;charset=utf-8");
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }

    /** Promises more than it sends, so that the connection breaks in the middle of the answer. */
    private static void hangUp(HttpServletResponse response) throws IOException {
        response.setHeader("Connection", "close");
        response.setContentLength(4096);
        response.getOutputStream().write('{');
        response.flushBuffer();
    }
}
