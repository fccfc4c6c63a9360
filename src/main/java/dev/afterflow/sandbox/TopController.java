package dev.afterflow.sandbox;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** TOP as its document has it: one address for all methods, a signed form, faults with their own numbers, limits. */
@Hidden
@RestController
@RequestMapping("/sandbox/taobao")
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
@PreAuthorize("permitAll()")
class TopController {

    static final String APP = "21000001";
    static final String SECRET = "taobao-demo-secret";
    private static final String SESSION = "demo-session-";
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final TopDesk desk;
    private final TopReads reads;
    private final MarketPapers papers;
    private final MarketFaults faults;
    private final CarrierWeather weather;
    private final JsonMapper json;
    private final Clock clock;

    TopController(TopDesk desk, TopReads reads, MarketPapers papers, MarketFaults faults, CarrierWeather weather, JsonMapper json, Clock clock) {
        this.desk = desk;
        this.reads = reads;
        this.papers = papers;
        this.faults = faults;
        this.weather = weather;
        this.json = json;
        this.clock = clock;
    }

    @PostMapping("/router/rest")
    void call(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        Map<String, String> words = new HashMap<>();
        Map<String, Integer> files = new HashMap<>();
        read(request, words, files);
        String shop = shop(words.getOrDefault("session", ""));
        ObjectNode wrong = wrong(words, shop);
        String method = words.getOrDefault("method", "");
        MarketFaults.How how = wrong == null ? faults.meets(shop, method) : null;
        ObjectNode answer = json.createObjectNode();
        if (wrong != null) {
            answer.set("error_response", wrong);
        } else if (how != MarketFaults.How.FAIL) {
            answer = answered(shop, method, words, files);
        }
        weather.answer(faults.sky("taobao", shop, how), response, 200, answer.toString());
    }

    private ObjectNode answered(String shop, String method, Map<String, String> words, Map<String, Integer> files) {
        try {
            ObjectNode said = method.equals("taobao.top.auth.token.refresh") ? renewed(words.getOrDefault("refresh_token", ""))
                : reads.knows(method) ? reads.answer(shop, method, words) : desk.act(shop, method, words, files);
            String plain = method.startsWith("taobao.") ? method.substring(7) : method;
            return json.createObjectNode().set(plain.replace('.', '_') + "_response", said);
        } catch (TopError error) {
            return json.createObjectNode().set("error_response", error.told(json));
        }
    }

    private ObjectNode renewed(String renewal) throws TopError {
        String shop = papers.shopOfRenewal(renewal).orElseThrow(() -> new TopError(15, "Remote service error", "isv.refresh-token-invalid", "refresh_token无效"));
        String session = SESSION + shop + "-" + clock.millis();
        papers.permit(shop, session, renewal + "-next");
        ObjectNode token = json.createObjectNode().put("access_token", session).put("refresh_token", renewal + "-next")
            .put("expire_time", clock.instant().plus(Duration.ofDays(30)).toEpochMilli());
        return json.createObjectNode().put("token_result", token.toString());
    }

    private ObjectNode wrong(Map<String, String> words, String shop) {
        if (!APP.equals(words.get("app_key"))) {
            return new TopError(29, "Invalid app Key", "isv.appkey-not-exists", "App Key不存在").told(json);
        }
        if (!isFresh(words.getOrDefault("timestamp", ""))) {
            return new TopError(31, "Invalid timestamp", "isv.timestamp-invalid", "时间戳已过期").told(json);
        }
        if (!TopSeal.holds(words, SECRET)) {
            return new TopError(25, "Invalid signature", "", "").told(json);
        }
        if (words.getOrDefault("method", "").equals("taobao.top.auth.token.refresh")) {
            return null;
        }
        if (shop == null) {
            return new TopError(27, "Invalid session", "invalid-sessionkey", "SessionKey非法").told(json);
        }
        return faults.isLimited(shop) ? new TopError(7, "App Call Limited", "accesscontrol.limited-by-api-access-count", "This ban will last for 1 more seconds").told(json) : null;
    }

    private boolean isFresh(String timestamp) {
        try {
            return Duration.between(TopReads.time(timestamp), clock.instant()).abs().compareTo(FRESH) <= 0;
        } catch (DateTimeException unreadable) {
            return false;
        }
    }

    /** Whose permission it is: the one a shop was given, unless it ran out or was renewed. */
    private String shop(String session) {
        String rest = session.startsWith(SESSION) ? session.substring(SESSION.length()) : "";
        String shop = rest.replaceFirst("-\\d{13}$", "");
        boolean valid = !shop.isEmpty() && papers.permission(shop).map(kept -> session.equals(kept.session())).orElse(session.equals(SESSION + shop));
        return valid ? shop : null;
    }

    private static void read(HttpServletRequest request, Map<String, String> words, Map<String, Integer> files) throws IOException, ServletException {
        if (String.valueOf(request.getContentType()).startsWith("multipart/")) {
            for (Part part : request.getParts()) {
                byte[] content = part.getInputStream().readAllBytes();
                if (part.getSubmittedFileName() == null) {
                    words.put(part.getName(), new String(content, StandardCharsets.UTF_8));
                } else {
                    files.put(part.getName(), content.length);
                }
            }
            return;
        }
        request.getParameterMap().forEach((name, values) -> words.put(name, values[0]));
    }
}
