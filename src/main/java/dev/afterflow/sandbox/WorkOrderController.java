package dev.afterflow.sandbox;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Kuaidi100's work orders as its document has them: create, status, reply, upload; it finds no work order by anything but its own number. */
@Hidden
@RestController
@RequestMapping("/sandbox/kuaidi/workorder/api")
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
@PreAuthorize("permitAll()")
class WorkOrderController {

    private static final String SECRET = "kuaidi-demo-secret";
    private static final Map<String, String> PREFIXES = Map.of("ST", "shentong", "JT", "jtexpress", "YD", "yunda", "DP", "debangkuaidi");
    private static final long LARGEST = 5L << 20;
    private static final Pattern REFERENCE = Pattern.compile("编号[:：]?\\s*([A-Za-z0-9-]{1,40})");

    private final WorkOrderBooks books;
    private final CarrierBooks parcels;
    private final CarrierWeather weather;
    private final JsonMapper json;

    WorkOrderController(WorkOrderBooks books, CarrierBooks parcels, CarrierWeather weather, JsonMapper json) {
        this.books = books;
        this.parcels = parcels;
        this.weather = weather;
        this.json = json;
    }

    @PostMapping(path = "/{what}", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    void call(@PathVariable String what, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String param = String.valueOf(request.getParameter("param"));
        String t = String.valueOf(request.getParameter("t"));
        boolean signed = KuaidiController.KEY.equals(request.getParameter("key"))
            && CarrierSeal.md5(param, t, KuaidiController.KEY, SECRET).equals(request.getParameter("sign"));
        JsonNode asked = read(param);
        if (!signed) {
            weather.answer("", response, 200, words(30002, "验签失败", null));
            return;
        }
        switch (what) {
            case "create" -> weather.answer(weather.over(com(asked.path("kuaidinum").asString(""))), response, 200, create(asked));
            case "status" -> weather.answer(over(asked), response, 200, status(asked));
            case "reply" -> weather.answer(over(asked), response, 200, reply(String.valueOf(request.getParameter("method")), asked));
            default -> weather.answer(CarrierWeather.WORK_ORDERS, response, 404, words(404, "接口不存在", null));
        }
    }

    /** Takes a picture: signed like every call, its file in the part {@code file}. */
    @PostMapping(path = "/upload", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    void upload(@RequestParam String key, @RequestParam String t, @RequestParam String sign, @RequestParam String param, @RequestParam MultipartFile file,
                HttpServletResponse response) throws IOException {
        if (!KuaidiController.KEY.equals(key) || !CarrierSeal.md5(param, t, KuaidiController.KEY, SECRET).equals(sign)) {
            weather.answer("", response, 200, words(30002, "验签失败", null));
        } else if (!String.valueOf(file.getContentType()).startsWith("image/") || file.getSize() > LARGEST) {
            weather.answer(CarrierWeather.WORK_ORDERS, response, 200, words(30005, "只支持 5 MB 以内的图片", null));
        } else {
            String uri = "https://files.kuaidi100.example/" + UUID.randomUUID();
            books.upload(uri, read(param).path("fileName").asString(file.getOriginalFilename()), file.getSize(), CarrierSeal.sha256(file.getBytes()));
            weather.answer(CarrierWeather.WORK_ORDERS, response, 200, words(200, "上传成功", uri));
        }
    }

    private String create(JsonNode asked) {
        String waybill = asked.path("kuaidinum").asString("");
        String content = asked.path("desc").path("content").asString("");
        if (waybill.isBlank() || content.isBlank() || !asked.path("secondType").isIntegralNumber()) {
            return words(30001, "参数有误", null);
        }
        Matcher reference = REFERENCE.matcher(content);
        String value = asked.path("modityValue").asString("");
        Long minor = value.isBlank() ? null : new BigDecimal(value).movePointRight(2).longValueExact();
        List<String> files = asked.path("desc").path("attach").valueStream().map(each -> each.path("uri").asString("")).toList();
        if (!books.uploaded(files)) {
            return words(30004, "附件不存在", null);
        }
        long id = books.create(new WorkOrderBooks.Order(0, waybill, com(waybill), asked.path("secondType").asInt(), minor, content, reference.find() ? reference.group(1) : null,
            files.size(), asked.path("callBackUrl").asString(null), asked.path("msgCallBackUrl").asString(null), null, null), files);
        return words(200, "提交成功", Map.of("id", id, "status", 0));
    }

    private String over(JsonNode asked) {
        return weather.over(books.find(asked.path("consultId").asLong(0)).map(WorkOrderBooks.Order::com).orElse(""));
    }

    /** Whose parcel it is: as it was followed, else as its number begins. */
    private String com(String waybill) {
        return parcels.find(waybill).map(CarrierBooks.Known::com).orElseGet(() -> PREFIXES.entrySet().stream().filter(each -> waybill.startsWith(each.getKey()))
            .map(Map.Entry::getValue).findFirst().orElse("yuantong"));
    }

    private String status(JsonNode asked) {
        return books.find(asked.path("consultId").asLong(0)).map(order -> {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("id", order.id());
            data.put("kuaidinum", order.waybill());
            data.put("status", order.outcome() == null ? 0 : 2);
            data.put("content", order.content());
            return words(200, "success", data);
        }).orElseGet(() -> words(30003, "工单不存在", null));
    }

    private String reply(String method, JsonNode asked) {
        long id = asked.path("consultId").asLong(0);
        if (books.find(id).isEmpty()) {
            return words(30003, "工单不存在", null);
        }
        if (method.equals("addReply")) {
            books.say(id, true, asked.path("content").asString(""));
        }
        List<Map<String, Object>> replies = books.replies(id).stream().map(each -> Map.<String, Object>of("content", each.content())).toList();
        return words(200, "success", method.equals("queryReply") ? replies : Map.of("id", id));
    }

    private JsonNode read(String param) {
        try {
            return json.readTree(param);
        } catch (JacksonException unreadable) {
            return json.createObjectNode();
        }
    }

    private String words(int code, String message, Object data) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("code", code);
        words.put("message", message);
        words.put("data", data);
        words.put("success", code == 200);
        return json.writeValueAsString(words);
    }
}
