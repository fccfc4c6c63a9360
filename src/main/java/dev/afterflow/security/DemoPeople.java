package dev.afterflow.security;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The people of the demo; their password is known to everybody, so production keeps them out. */
enum DemoPeople {

    LIN("lin", "林小满", "客服", "Agent", Role.AGENT, "returns-desk", "disputes-desk", "care-desk", "logistics-desk"),
    CHEN("chen", "陈一诺", "客服", "Agent", Role.AGENT, "returns-desk", "disputes-desk", "care-desk", "logistics-desk"),
    SONG("song", "宋知秋", "客服", "Agent", Role.AGENT, "returns-desk", "disputes-desk", "care-desk", "logistics-desk"),
    ZHAO("zhao", "赵磊", "客服组长", "Team lead", Role.LEAD, "returns-desk", "disputes-desk", "care-desk", "logistics-desk"),
    ZHOU("zhou", "周敏", "客服主管", "Supervisor", Role.SUPERVISOR, "returns-leads"),
    XU("xu", "徐薇", "财务", "Finance", Role.FINANCE, "finance"),
    MA("ma", "马骏", "财务", "Finance", Role.FINANCE, "finance"),
    HE("he", "何川", "仓库", "Warehouse", Role.WAREHOUSE, "warehouse"),
    TANG("tang", "唐宁", "仓库", "Warehouse", Role.WAREHOUSE, "warehouse"),
    GU("gu", "顾问", "法务", "Legal", Role.LEGAL, "legal"),
    OWNER("owner", "欧阳静", "流程负责人", "Process owner", Role.OWNER),
    FANG("fang", "方圆", "流程负责人", "Process owner", Role.OWNER),
    MANAGER("manager", "孟凡", "经理", "Manager", Role.MANAGER, "returns-leads"),
    DIRECTOR("director", "董倩", "总监", "Director", Role.DIRECTOR, "returns-leads"),
    ADMIN("admin", "安然", "管理员", "Administrator", Role.ADMIN);

    final String login;
    final String title;
    final Role role;
    final Set<String> teams;
    private final String work;
    private final String workEn;

    DemoPeople(String login, String title, String work, String workEn, Role role, String... teams) {
        this.login = login;
        this.title = title;
        this.work = work;
        this.workEn = workEn;
        this.role = role;
        this.teams = Set.of(teams);
    }

    /** What the log-in page of the demo shows. */
    record Shown(String login, String name, String work, Role role, String password) {
    }

    static List<Shown> shown() {
        return Arrays.stream(values()).map(person -> new Shown(person.login, person.title,
                Problem.chosen(person.work, person.workEn), person.role, PasswordRule.DEMO)).toList();
    }

    static List<Shop> shops() {
        return List.of(
                new Shop("lanting", "LT", "兰亭家居旗舰店", "兰亭家居", "taobao", "Asia/Shanghai", "CNY", "CN", "zh-CN"),
                new Shop("mido", "MD", "米朵母婴旗舰店", "米朵", "douyin", "Asia/Shanghai", "CNY", "CN", "zh-CN"),
                new Shop("verde", "VD", "Verde Brasil", "Verde", "shopify", "America/Sao_Paulo", "BRL", "BR", "en"));
    }
}
