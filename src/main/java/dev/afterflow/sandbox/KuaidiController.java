package dev.afterflow.sandbox;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Kuaidi100 as its documents have it: a signed query, a subscription, and its refusals. */
@Hidden
@RestController
@RequestMapping("/sandbox/kuaidi")
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
@PreAuthorize("permitAll()")
class KuaidiController {

    static final String CUSTOMER = "DEMOCUSTOMER";
    static final String KEY = "kuaidi-demo-key";
    private static final Set<String> CARRIERS = Set.of("shunfeng", "yuantong", "zhongtong", "shentong", "yunda", "jtexpress", "ems", "jd", "debangkuaidi", "youzhengguonei");
    private static final Set<String> PHONES = Set.of("shunfeng", "zhongtong");

    private final CarrierBooks books;
    private final CarrierNews news;
    private final CarrierWeather weather;
    private final JsonMapper json;

    KuaidiController(CarrierBooks books, CarrierNews news, CarrierWeather weather, JsonMapper json) {
        this.books = books;
        this.news = news;
        this.weather = weather;
        this.json = json;
    }

    @PostMapping("/poll/query.do")
    void query(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String param = String.valueOf(request.getParameter("param"));
        JsonNode asked = read(param);
        String com = asked.path("com").asString("");
        boolean signed = CUSTOMER.equals(request.getParameter("customer")) && CarrierSeal.md5(param, KEY, CUSTOMER).equals(request.getParameter("sign"));
        weather.answer(com, response, 200, signed ? queried(com, asked) : refused("503", "验证签名失败"));
    }

    private String queried(String com, JsonNode asked) {
        String number = asked.path("num").asString("");
        if (!CARRIERS.contains(com) || number.length() < 6 || number.length() > 32) {
            return refused("400", "找不到对应公司或单号有误");
        }
        CarrierBooks.Known known = books.find(number).orElse(null);
        if (known == null || books.scans(number).isEmpty()) {
            return refused("500", "查询无结果，请隔段时间再查");
        }
        if (PHONES.contains(com) && (known.phone() == null ? asked.path("phone").asString("").isBlank() : !known.phone().equals(asked.path("phone").asString("")))) {
            return refused("408", "手机号码校验不通过");
        }
        return books.ask(number) ? json.writeValueAsString(news.result(known)) : refused("501", "该单号查询过于频繁，已锁单");
    }

    @PostMapping("/poll")
    void subscribe(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonNode asked = read(String.valueOf(request.getParameter("param")));
        weather.answer(asked.path("company").asString(""), response, 200, subscribed(asked));
    }

    private String subscribed(JsonNode asked) {
        String com = asked.path("company").asString("");
        String number = asked.path("number").asString("");
        JsonNode more = asked.path("parameters");
        if (!KEY.equals(asked.path("key").asString(""))) {
            return refused("600", "您不是合法的订阅者");
        }
        if (!CARRIERS.contains(com)) {
            return refused("701", "拒绝订阅的快递公司");
        }
        if (number.length() < 6 || number.length() > 32 || more.path("callbackurl").asString("").isBlank()) {
            return refused("700", "订阅方的订阅数据存在错误");
        }
        boolean fresh = books.subscribe(number, com, more.path("phone").asString(null), more.path("callbackurl").asString(""), more.path("salt").asString(null));
        return fresh ? json.writeValueAsString(Map.of("result", true, "returnCode", "200", "message", "提交成功")) : refused("501", "重复订阅");
    }

    private JsonNode read(String param) {
        try {
            return json.readTree(param);
        } catch (JacksonException unreadable) {
            return json.createObjectNode();
        }
    }

    private String refused(String code, String message) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("result", false);
        words.put("returnCode", code);
        words.put("message", message);
        return json.writeValueAsString(words);
    }

    /** A parcel's story as this service tells it. */
    static List<Map<String, Object>> told(List<CarrierBooks.Scan> scans) {
        List<Map<String, Object>> data = new ArrayList<>();
        for (CarrierBooks.Scan scan : scans) {
            Map<String, Object> each = new LinkedHashMap<>();
            each.put("context", scan.context());
            each.put("time", CarrierNews.time(scan.at()));
            each.put("ftime", CarrierNews.time(scan.at()));
            each.put("statusCode", scan.code());
            each.put("areaName", scan.area());
            data.add(each);
        }
        return data;
    }
}
