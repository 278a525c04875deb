from django.urls import URLPattern

app_name = "regional"
urlpatterns: list[URLPattern] = []
