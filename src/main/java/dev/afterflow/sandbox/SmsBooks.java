package dev.afterflow.sandbox;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What the played SMS service sent. */
@Repository
@Transactional
@ConditionalOnProperty(name = "afterflow.mode", havingValue = "demo")
class SmsBooks {

    private final JdbcClient jdbc;

    SmsBooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String send(Map<String, String> question) {
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                insert into sandbox.buyer_sms (biz_id, out_id, phone, signature, template, words)
                values (:id, :out, :phone, :signature, :template, :words::jsonb)""")
            .param("id", id).param("out", question.getOrDefault("OutId", "")).param("phone", question.get("PhoneNumbers"))
            .param("signature", question.getOrDefault("SignName", "")).param("template", question.get("TemplateCode"))
            .param("words", question.getOrDefault("TemplateParam", "{}")).update();
        return id;
    }

    int inLastHour(String phone) {
        return jdbc.sql("select count(*) from sandbox.buyer_sms where phone = :phone and at > now() - interval '1 hour'").param("phone", phone)
            .query(Integer.class).single();
    }

    /** Those of a day, written as {@code 20261130}, in Shanghai. */
    List<Map<String, Object>> of(String phone, String day) {
        return jdbc.sql("""
                select out_id, template from sandbox.buyer_sms
                where phone = :phone and to_char(at at time zone 'Asia/Shanghai', 'YYYYMMDD') = :day order by at desc limit 50""")
            .param("phone", phone).param("day", day).query((row, n) -> Map.<String, Object>of("OutId", row.getString("out_id"), "PhoneNum", phone,
                "SendStatus", 3, "ErrCode", "DELIVERED", "TemplateCode", row.getString("template"))).list();
    }
}
