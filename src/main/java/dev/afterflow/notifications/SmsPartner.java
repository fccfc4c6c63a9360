package dev.afterflow.notifications;

import dev.afterflow.connections.Account;
import dev.afterflow.connections.Addresses;
import dev.afterflow.connections.Partner;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** A shop's own account with Alibaba Cloud SMS: tried by asking how its signature stands; no message is sent. */
@Component
class SmsPartner implements Partner {

    private static final String CODES = "[a-zA-Z]{1,40}=SMS_\\d{1,20}([,;\\s]+[a-zA-Z]{1,40}=SMS_\\d{1,20}){0,60}";

    private final SmsLine line;
    private final Addresses addresses;

    SmsPartner(SmsLine line, Addresses addresses) {
        this.line = line;
        this.addresses = addresses;
    }

    @Override
    public String word() {
        return SmsLine.PARTNER;
    }

    @Override
    public String titleZh() {
        return "阿里云短信";
    }

    @Override
    public String titleEn() {
        return "SMS (Alibaba Cloud)";
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.open("endpoint", "接口地址", "Address", null, "https://dysmsapi.aliyuncs.com"),
            Field.open("keyId", "AccessKey ID", "AccessKey id", "[A-Za-z0-9-]{8,64}", "LTAI5tExampleExample"),
            Field.open("signature", "短信签名", "Signature", ".{2,30}", "兰亭家居"),
            Field.open("templates", "模板对应（本系统模板=短信模板编号）", "Templates (our text=its code)", CODES, "refundSettled=SMS_154950909"),
            Field.secret("keySecret", "AccessKey Secret", "AccessKey secret", "[A-Za-z0-9-]{8,128}"));
    }

    @Override
    public void check(Map<String, String> settings) {
        addresses.web("settings.endpoint", settings.get("endpoint"));
    }

    @Override
    public Tested test(String shop, Account account) {
        SmsAccount own = line.read(account);
        try {
            JsonNode heard = line.call(own, "QuerySmsSign", Map.of("SignName", own.signature()));
            String code = heard.path("Code").asString("");
            if (code.equals("OK") && heard.path("SignStatus").asInt(-1) == 1) {
                return Tested.well("连接正常：签名有效，短信签名已通过审核", "Works: our signature holds, and the SMS signature is approved");
            }
            return code.equals("OK") ? Tested.badly("短信签名尚未通过审核", "The SMS signature is not approved yet")
                : Tested.badly("短信服务拒绝了请求：" + code + "（检查 AccessKey 和权限）", "The SMS service refused: " + code + " (look at the access key and its permissions)");
        } catch (IOException noAnswer) {
            return Tested.badly("没有得到应答：接口地址不通或超时", "No answer: the address cannot be reached or took too long");
        }
    }
}
