from django.urls import URLPattern

app_name = "schools"
urlpatterns: list[URLPattern] = []
