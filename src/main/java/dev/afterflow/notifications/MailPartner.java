package dev.afterflow.notifications;

import dev.afterflow.connections.Account;
import dev.afterflow.connections.Addresses;
import dev.afterflow.connections.Partner;
import dev.afterflow.security.Problem;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A shop's own mail server: tried by connecting, agreeing on encryption and logging in; no mail is sent. */
@Component
class MailPartner implements Partner {

    private static final String ADDRESS = "[^@\\s]{1,64}@[A-Za-z0-9.-]{1,190}";

    private final MailServers servers;
    private final Addresses addresses;

    MailPartner(MailServers servers, Addresses addresses) {
        this.servers = servers;
        this.addresses = addresses;
    }

    @Override
    public String word() {
        return MailServers.PARTNER;
    }

    @Override
    public String titleZh() {
        return "邮件发送";
    }

    @Override
    public String titleEn() {
        return "Mail";
    }

    @Override
    public List<Field> fields() {
        return List.of(Field.open("host", "SMTP 服务器", "SMTP server", "[a-zA-Z0-9.-]{1,253}", "smtp.example.com"),
            Field.open("port", "端口", "Port", "\\d{1,5}", "465"),
            Field.open("encryption", "加密（tls、starttls 或 none）", "Encryption (tls, starttls or none)", "tls|starttls|none", "tls"),
            Field.open("sender", "发件地址", "Sender", ADDRESS, "service@example.com"),
            Field.open("replyTo", "回复地址", "Answers go to", ADDRESS, "service@example.com").optional(),
            Field.open("user", "用户名", "User", ".{1,200}", "service@example.com").optional(),
            Field.secret("password", "密码或授权码", "Password", ".{1,500}").optional());
    }

    @Override
    public void check(Map<String, String> settings) {
        int port = Integer.parseInt(settings.get("port"));
        if (port < 1 || port > 65_535) {
            throw Problem.invalid("settings.port", "range", "端口为 1 到 65535", "A port is 1 to 65535");
        }
        addresses.mail("settings.host", settings.get("host"), port);
    }

    @Override
    public Tested test(String shop, Account account) {
        try {
            servers.server(account).testConnection();
            return Tested.well("连接正常：已连上邮件服务器" + (account.get("user").isPresent() ? "并登录成功" : ""),
                "Works: the mail server was reached" + (account.get("user").isPresent() ? " and let us in" : ""));
        } catch (AuthenticationFailedException refused) {
            return Tested.badly("邮件服务器拒绝登录：用户名、密码或授权码不正确", "The mail server refused the log-in: user or password is wrong");
        } catch (MessagingException unreached) {
            return Tested.badly("连不上邮件服务器：地址、端口或加密方式不对，或超时", "The mail server was not reached: host, port or encryption is wrong, or it took too long");
        }
    }
}
